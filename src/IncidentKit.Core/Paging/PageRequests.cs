namespace IncidentKit;

/// <summary>Makes the request of a page that is due.</summary>
internal static class PageRequests
{
    public static PageRequest Of(
        Incident incident,
        IncidentPolicy policy,
        EscalationAction action,
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
            Cause = action.Cause, Reason = Reason(action, incident), Step = fact.Step, Repeat = fact.Repeat,
            Audience = incident.IsRestricted && action.Request is not null ? null : fact.Audience,
            Others =
            [
                .. all.Where(other => other.Fact is PagingFact.Paged or PagingFact.Failed && other.To != fact.To)
                    .Select(other => other.To!),
            ],
            AcknowledgeWithin = fact.Step is not null && action.Request is null && !incident.IsAcknowledgedIn(action)
                ? policy.Escalation.AcknowledgeWithin
                : null,
            Message = open is null || action.Request is not { } request ? null : ((PageRequested)open.History[(int)request - 1]).Message,
            IsDrill = incident.IsDrill, IsRestricted = incident.IsRestricted,
        };
    }

    // The words of a request name an audience that somebody typed.
    private static string Reason(EscalationAction action, Incident incident) =>
        incident.IsRestricted && action.Request is not null ? "Somebody asked for you." : action.Reason;

    // Where somebody is here when a run begins, nobody else must acknowledge.
    private static bool IsAcknowledgedIn(this Incident incident, EscalationAction action) =>
        action.Cause is not (PagingCause.NotAcknowledged or PagingCause.NotReached or PagingCause.Silence)
        && incident.IsAcknowledged
        && action.Cause != PagingCause.Recurred;
}
