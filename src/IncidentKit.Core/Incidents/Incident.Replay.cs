namespace IncidentKit;

// How an incident is made of its events: all at once, or one step further.
public sealed partial class Incident
{
    /// <summary>What stands in place of a redacted text.</summary>
    public const string RedactedText = "[redacted]";

    /// <summary>Builds the incident from all its events.</summary>
    /// <exception cref="IncidentStreamException">
    /// The stream is empty, has a gap or a duplicate, mixes incidents, or holds an event that cannot be.
    /// </exception>
    public static Incident Replay(IEnumerable<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var builder = new IncidentBuilder();
        IncidentEvent[] all = [.. events];
        Redactions.Apply(all);
        ApplyChecked(builder, all);
        return builder.History.Count > 0
            ? new Incident(builder)
            : throw new IncidentStreamException(
                IncidentStreamFault.Empty,
                "The stream of events is empty: an incident begins with IncidentDeclared.");
    }

    /// <summary>The incident after <paramref name="events"/> as well; this one stays as it is.</summary>
    /// <exception cref="IncidentStreamException">The events do not follow this incident's history.</exception>
    public Incident After(IReadOnlyList<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        // A redaction reaches back into the history.
        if (events.Any(happened => happened is TextRedacted))
            return Replay([.. History, .. events]);
        var builder = _state.Copy();
        ApplyChecked(builder, events);
        return new Incident(builder);
    }

    /// <summary>
    /// The incident as it was known at an instant: by what had been recorded by then. Texts that were
    /// redacted since stay redacted.
    /// </summary>
    /// <returns>Null where it was not declared yet.</returns>
    public Incident? AsKnownAt(DateTimeOffset instant)
    {
        var known = History.TakeWhile(happened => happened.RecordedAt <= instant).ToList();
        return known.Count == 0 ? null : known.Count == History.Count ? this : Replay(known);
    }

    /// <summary>The incident of a declaration that nobody has checked yet, for the rules to look at.</summary>
    internal static Incident Drafted(IncidentDeclared declared)
    {
        var builder = new IncidentBuilder();
        builder.Apply(declared);
        return new Incident(builder);
    }

    private static void ApplyChecked(IncidentBuilder builder, IReadOnlyList<IncidentEvent> events)
    {
        for (var i = 0; i < events.Count; i++)
        {
            CheckFollows(builder, events[i]);
            builder.Apply(events[i]);
        }
    }

    private static void CheckFollows(IncidentBuilder builder, IncidentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var expected = builder.History.Count + 1L;
        (IncidentStreamFault Fault, string What)? found = happened switch
        {
            _ when happened.Sequence > expected => (IncidentStreamFault.Gap, $"event {expected} is missing: {Event()} came instead"),
            _ when happened.Sequence < expected =>
                (IncidentStreamFault.Duplicate, $"{Event()} came where event {expected} was expected"),
            not IncidentDeclared when expected == 1 =>
                (IncidentStreamFault.NotDeclared, $"the first event is {Kind()}: an incident begins with IncidentDeclared"),
            IncidentDeclared when expected > 1 =>
                (IncidentStreamFault.DeclaredTwice, $"event {happened.Sequence} declares the incident again"),
            _ when expected > 1 && happened.Incident != builder.Id =>
                (IncidentStreamFault.ForeignIncident, $"event {happened.Sequence} belongs to incident {happened.Incident}"),
            { By: null } => (IncidentStreamFault.Invalid, $"{Event()} has no By: nobody says so"),
            _ when (UndefinedWord(happened) ?? happened.FaultAfter(builder)) is { } fault =>
                (IncidentStreamFault.Invalid, $"{Event()} {fault}"),
            _ => null,
        };
        if (found is var (kind, what))
        {
            throw new IncidentStreamException(
                kind,
                $"The events of incident {(expected == 1 ? happened.Incident : builder.Id)} cannot be replayed: {what}.",
                happened.Sequence);
        }

        string Kind() => happened.GetType().Name;

        string Event() => $"event {happened.Sequence} ({Kind()})";
    }

    private static string? UndefinedWord(IncidentEvent happened)
    {
        foreach (var field in TypedField.EnumsOf(happened.GetType()))
        {
            if (field.UndefinedIn(happened) is { } value)
                return $"has {field.Name} {value:D}, which is not a defined {field.Type.Name}";
        }

        return null;
    }
}
