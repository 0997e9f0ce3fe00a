namespace IncidentKit.Templates;

internal sealed record NotificationContext(Wordings Wordings, DateTimeOffset? Now, string Service, Incident? Incident, SeverityLevel? Level)
{
    public PublicStatus Status => Incident switch
    {
        { Phase: IncidentPhase.Recovery or IncidentPhase.Closed or IncidentPhase.Cancelled } => PublicStatus.Resolved,
        { MitigatedBy: not null } => PublicStatus.Monitoring,
        { Cause: not null } => PublicStatus.Identified,
        _ => PublicStatus.Investigating,
    };

    public CustomerImpact Impact => Level?.Rank switch { 1 => CustomerImpact.High, 2 => CustomerImpact.Medium, _ => CustomerImpact.Low };

    public DateTimeOffset? Started => Incident?.Times.Started?.Instant;

    public DateTimeOffset? Detected => Incident?.Times.Detected?.Instant;

    /// <summary>Null if it is not resolved since the last recurrence.</summary>
    public DateTimeOffset? Resolved =>
        Incident?.Phase is IncidentPhase.Recovery or IncidentPhase.Closed
            ? Incident.Facts.ResolvedBy(DateTimeOffset.MaxValue)?.Instant
            : null;

    /// <summary>How many are hit, from the largest share that was stated.</summary>
    public CustomerReach? Reach => Incident?.Facts.Impact.Max(impact => impact.Share) switch
    {
        null => null,
        >= 0.995 => CustomerReach.All,
        >= 0.1 => CustomerReach.Many,
        _ => CustomerReach.Some,
    };
}
