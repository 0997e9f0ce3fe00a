namespace IncidentKit;

/// <summary>The answer to a command: accepted, with the events and the next incident; or refused, with every reason.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Decision
{
    private Decision(Incident? incident, IReadOnlyList<IncidentEvent> events, IReadOnlyList<Violation> violations) =>
        (Incident, Events, Violations) = (incident, events, violations);

    /// <summary>Whether the command was accepted.</summary>
    public bool IsAccepted => Violations.Count == 0;

    /// <summary>Whether the command was refused; then nothing changed.</summary>
    public bool IsRefused => !IsAccepted;

    /// <summary>The incident after the command; as it was where that was refused, and null where a declaration was refused.</summary>
    public Incident? Incident { get; }

    /// <summary>What happened; empty where the command was refused.</summary>
    public IReadOnlyList<IncidentEvent> Events { get; }

    /// <summary>What was done otherwise than the policy wants, and accepted.</summary>
    public IEnumerable<DeviationRecorded> Deviations => Events.OfType<DeviationRecorded>();

    /// <summary>Why the command was refused, all reasons at once; empty where it was accepted.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    internal static Decision Accepted(Incident next, IReadOnlyList<IncidentEvent> events) => new(next, events, []);

    internal static Decision Refused(Incident? incident, IReadOnlyList<Violation> violations) => new(incident, [], violations);

    /// <summary>A decision that was carried out before: the same answer as then.</summary>
    internal static Decision Repeated(Incident incident, IReadOnlyList<IncidentEvent> events) => new(incident, events, []);

    /// <inheritdoc />
    public override string ToString() =>
        IsAccepted ? $"accepted: {string.Join(", ", Events.Select(e => e.GetType().Name))}" : $"refused: {string.Join(" ", Violations)}";
}
