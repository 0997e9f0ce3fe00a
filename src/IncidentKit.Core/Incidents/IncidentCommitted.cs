namespace IncidentKit;

/// <summary>Something happened to an incident, and is recorded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentCommitted
{
    /// <summary>The incident after the events.</summary>
    public required Incident Incident { get; init; }

    /// <summary>What happened, in order.</summary>
    public required IReadOnlyList<IncidentEvent> Events { get; init; }

    /// <summary>
    /// Whether only those who handle the incident may read its texts (P62): in a page, a ticket, a log or a channel
    /// name none of them may stand.
    /// </summary>
    public bool IsRestricted => Incident.IsRestricted;

    /// <summary>The same as outsiders may see it, see <see cref="IncidentKit.Incident.ForOutsiders()"/>.</summary>
    public IncidentCommitted ForOutsiders() =>
        IsRestricted ? new() { Incident = Incident.ForOutsiders(), Events = [.. Events.Select(Incident.ForOutsiders)] } : this;
}
