namespace IncidentKit;

/// <summary>The answer to a command: accepted, with the events and the next incident; or refused, with every reason.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Decision
{
    private Decision(Incident? incident, IReadOnlyList<IncidentEvent> events, IReadOnlyList<Violation> violations, CommandStamp? stamp)
    {
        Incident = incident;
        Events = events;
        Violations = violations;
        Stamp = stamp;
    }

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

    /// <summary>The idempotency key of the command, with its digest; null if it has no key.</summary>
    internal CommandStamp? Stamp { get; }

    internal static Decision Accepted(Incident next, IReadOnlyList<IncidentEvent> events, CommandStamp? stamp = null) =>
        new(next, events, [], stamp);

    internal static Decision Refused(Incident? incident, IReadOnlyList<Violation> violations) => new(incident, [], violations, null);

    /// <summary>The declaration with a number that the store gave after the decision, so that a refused one uses none up.</summary>
    internal Decision WithNumber(int? number)
    {
        if (IsRefused || Incident!.Number == number)
            return this;
        IncidentEvent[] events = [(IncidentDeclared)Events[0] with { Number = number }, .. Events.Skip(1)];
        return new(Incident.Replay(events), events, [], Stamp);
    }

    /// <inheritdoc />
    public override string ToString() =>
        IsAccepted ? $"accepted: {string.Join(", ", Events.Select(e => e.GetType().Name))}" : $"refused: {string.Join(" ", Violations)}";
}
