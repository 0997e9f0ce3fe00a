namespace IncidentKit;

/// <summary>Makes the request of a page that is due.</summary>
internal static class PageRequests
{
    public static PageRequest Of(
        Incident incident,
        IncidentPolicy policy,
        PagingMove move,
        RecordPaging fact,
        IEnumerable<RecordPaging> all,
        DateTimeOffset at)
    {
        var open = incident.IsRestricted ? null : incident;
        return new()
        {
            Delivery = fact.Delivery, Incident = incident.Id, Number = incident.Number,
            To = fact.To!, Urgency = fact.Urgency ?? PageUrgency.High,
            Title = open?.Title ?? $"Restricted: {incident.CodeWord}",
            Service = open?.Service, Symptom = open?.Symptom, Level = incident.LevelName,
            Since = incident.Detected.Instant ?? incident.Facts.Declared.Instant, At = at,
            Cause = move.Cause, Reason = Reason(move, incident), Step = fact.Step, Repeat = fact.Repeat,
            Audience = incident.IsRestricted && move.Request is not null ? null : fact.Audience,
            Others =
            [
                .. all.Where(other => other.Fact is PagingFact.Paged or PagingFact.Failed && other.To != fact.To)
                    .Select(other => other.To!),
            ],
            AcknowledgeWithin = fact.Step is not null && move.Request is null && !incident.IsAcknowledgedIn(move)
                ? policy.Escalation.AcknowledgeWithin
                : null,
            Message = open is null || move.Request is not { } request ? null : ((PageRequested)open.History[(int)request - 1]).Message,
            IsDrill = incident.IsDrill, IsRestricted = incident.IsRestricted,
        };
    }

    // The words of a request name an audience that somebody typed.
    private static string Reason(PagingMove move, Incident incident) =>
        incident.IsRestricted && move.Request is not null ? "Somebody asked for you." : move.Why;

    // Where somebody is here when a run begins, nobody else must acknowledge.
    private static bool IsAcknowledgedIn(this Incident incident, PagingMove move) =>
        move.Cause is not (PagingCause.NotAcknowledged or PagingCause.NotReached or PagingCause.Silence)
        && incident.IsAcknowledged
        && move.Cause != PagingCause.Recurred;
}
