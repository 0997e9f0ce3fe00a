namespace IncidentKit;

/// <summary>One step of an escalation policy: everybody behind its targets is paged together.</summary>
/// <remarks>Immutable and thread-safe, as long as the list is left alone.</remarks>
public sealed class EscalationStep
{
    /// <summary>The people that it pages.</summary>
    public required IReadOnlyList<EscalationTarget> Targets { get; init; }

    /// <summary>The targets, joined by "and".</summary>
    public override string ToString() => string.Join(" and ", Targets);
}
