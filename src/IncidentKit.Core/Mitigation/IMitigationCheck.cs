namespace IncidentKit;

/// <summary>
/// Answers one question of the mitigation playbook from a system of the host's (P19): the deployments,
/// the load, the dependencies.
/// </summary>
/// <remarks>
/// Name, kind, question and limit are read once, when the playbook is made. Implementations are thread-safe: several incidents
/// may ask at the same time, each on a thread of the pool.
/// </remarks>
public interface IMitigationCheck
{
    /// <summary>What the check is called: a line of at most 200 characters, told apart from the others without regard to case.</summary>
    string Name { get; }

    /// <summary>What is worth doing where the answer is yes.</summary>
    MitigationKind Proposes { get; }

    /// <summary>The question, such as "Was there a recent deployment?": a line of at most 200 characters.</summary>
    string Question { get; }

    /// <summary>How long it may take: above zero, and at most an hour.</summary>
    TimeSpan TimeLimit { get; }

    /// <summary>Answers. It may fail or hang: the others are asked all the same.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellationToken">Says when the time is over or the caller has gone; from then on nobody waits for the answer.</param>
    ValueTask<MitigationFinding> AskAsync(Incident incident, CancellationToken cancellationToken);
}
