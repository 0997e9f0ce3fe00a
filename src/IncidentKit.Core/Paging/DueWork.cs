namespace IncidentKit;

/// <summary>What is due of an incident, and when: missed obligations to record, and people to page.</summary>
/// <remarks>Immutable and thread-safe. Instants are in UTC; one in the past is due already.</remarks>
public sealed class DueWork
{
    private DueWork(DateTimeOffset? obligationsAt, EscalationAction? escalation) =>
        (ObligationsAt, Escalation) = (obligationsAt, escalation);

    /// <summary>When <see cref="CheckObligations"/> has something to record next; null if never.</summary>
    public DateTimeOffset? ObligationsAt { get; }

    /// <summary>The next action of the escalation; null if nobody is to be paged any more.</summary>
    public EscalationAction? Escalation { get; }

    /// <summary>When something is due next; null if never.</summary>
    /// <param name="includePages">Whether pages count.</param>
    public DateTimeOffset? NextAt(bool includePages) =>
        includePages && Escalation?.DueAt is { } page && !(page > ObligationsAt) ? page : ObligationsAt;

    /// <summary>What is due of an incident. A pure function.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="now">The instant.</param>
    public static DueWork Of(Incident incident, IncidentPolicy policy, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        var obligations = new ObligationLedger(policy).At(incident, now);
        return new(
            ObligationRecords.NextCheck(incident, obligations, now),
            EscalationState.Of(incident, policy).Next(EscalationState.RolesDue(obligations)));
    }
}
