using System.Globalization;

namespace IncidentKit;

/// <summary>Finds events that cannot be: somebody wrote them by hand, or a newer version did.</summary>
internal static class EventCheck
{
    /// <summary>What is wrong with an event that is to follow; null where nothing is.</summary>
    public static string? ReasonAgainst(IncidentEvent happened, Incident incident) =>
        happened.By is null ? "has no By: nobody says so"
        : Word(happened.MovedTo, nameof(happened.MovedTo)) ?? happened switch
        {
            IncidentDeclared e => Word(e.NoticedBy, nameof(e.NoticedBy)),
            SeverityChanged e => Word<SeverityChange>(e.Change, nameof(e.Change)),
            ImpactDescribed e => Word(e.Function, nameof(e.Function)) ?? Word(e.State, nameof(e.State)) ?? Word(e.Reach, nameof(e.Reach)),
            ImpactStated e => Word<ImpactKind>(e.Kind, nameof(e.Kind)),
            RoleAssigned e => Word<IncidentRole>(e.Role, nameof(e.Role)) ?? Word<RoleChange>(e.How, nameof(e.How)),
            RoleGivenUp e => Word<IncidentRole>(e.Role, nameof(e.Role)),
            MitigationBegun e =>
                Word<MitigationKind>(e.Kind, nameof(e.Kind)) ?? Next(e.Attempt, incident.Attempts.Count, nameof(e.Attempt)),
            MitigationRecorded e =>
                Word<MitigationOutcome>(e.Outcome, nameof(e.Outcome)) ?? Known(e.Attempt, incident.Attempts.Count, nameof(e.Attempt)),
            ServiceMitigated e => Word<MitigatedBy>(e.How, nameof(e.How)),
            FindingRecorded e => Word<FindingKind>(e.Kind, nameof(e.Kind)),
            PagingStepEvent e => Word<PagingCause>(e.Cause, nameof(e.Cause))
                ?? Word((e as Paged)?.Urgency ?? (e as PageFailed)?.Urgency, nameof(Paged.Urgency)),
            UpdatePosted e => Word<UpdateAudience>(e.Audience, nameof(e.Audience)) ?? Word(e.Status, nameof(e.Status)),
            TemporaryAlertSet e => Next(e.Number, incident.TemporaryAlerts.Count, nameof(e.Number)),
            TemporaryAlertTakenDown e => Known(e.Number, incident.TemporaryAlerts.Count, nameof(e.Number)),
            ActionItemStated e =>
                e.Number == incident.ActionItems.Count + 1 ? null : Known(e.Number, incident.ActionItems.Count, nameof(e.Number)),
            ActionItemCompleted e => Known(e.Number, incident.ActionItems.Count, nameof(e.Number)),
            IncidentCancelled e => Word<CancellationReason>(e.Because, nameof(e.Because)),
            IncidentLinked e => Word<LinkKind>(e.Kind, nameof(e.Kind)),
            DuplicateTakenOver e => Word(e.Status, nameof(e.Status)),
            ObligationRestated e => Word(e.Status, nameof(e.Status)),
            IncidentReopened e => Word<ReopenReason>(e.Because, nameof(e.Because)),
            FactsUnknown e => e.Facts.FirstOrDefault(fact => !UnknownFacts.IsKnown(fact)) is { } unknown
                ? $"names the fact \"{unknown}\", which does not exist"
                : null,
            _ => null,
        };

    private static string? Word<T>(T? word, string field)
        where T : struct, Enum => word is { } said && !Enum.IsDefined(said)
            ? string.Create(CultureInfo.InvariantCulture, $"has {field} {said:D}, which is no {typeof(T).Name}")
            : null;

    private static string? Next(int number, int count, string field) =>
        number == count + 1 ? null : string.Create(CultureInfo.InvariantCulture, $"has {field} {number} where {count + 1} is expected");

    private static string? Known(int number, int count, string field) =>
        number >= 1 && number <= count ? null : string.Create(CultureInfo.InvariantCulture, $"has {field} {number}, and there are {count}");
}
