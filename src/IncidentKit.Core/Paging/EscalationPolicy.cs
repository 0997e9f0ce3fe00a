namespace IncidentKit;

/// <summary>Whom automatic pages ask one after the other until somebody acknowledges (P32).</summary>
/// <remarks>
/// Immutable once made, and thread-safe. What is wrong with it is said by <see cref="PolicyValidation.Validate"/> of its policy.
/// </remarks>
public sealed class EscalationPolicy
{
    /// <summary>On-call, then the team lead, then the engineering lead.</summary>
    public static EscalationPolicy Default { get; } = new();

    /// <summary>The steps, in the order in which they are taken.</summary>
    /// <value>On-call; team lead; engineering lead.</value>
    public IReadOnlyList<EscalationStep> Steps { get; init; } =
    [
        new() { Targets = [EscalationTarget.OnCall] }, new() { Targets = [EscalationTarget.Of("team lead")] },
        new() { Targets = [EscalationTarget.Of("engineering lead")] },
    ];

    /// <summary>
    /// The number of the step that must acknowledge, from 1: it comes first each time, and the others follow in their order.
    /// </summary>
    /// <value>1.</value>
    public int OnCallStep { get; init; } = 1;

    /// <summary>How long a step has to acknowledge before the next one is paged.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan AcknowledgeWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often the steps are repeated before the whole audience is paged again and the escalation is exhausted.</summary>
    /// <value>2.</value>
    public int Repeats { get; init; } = 2;

    /// <summary>
    /// How long nobody may record anything after the acknowledgement, while the incident is not mitigated,
    /// before the steps begin again.
    /// </summary>
    /// <value>15 minutes.</value>
    public TimeSpan Silence { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The numbers of the steps in the order in which they are taken.</summary>
    internal IReadOnlyList<int> Order => [OnCallStep, .. Enumerable.Range(1, Steps.Count).Where(step => step != OnCallStep)];
}
