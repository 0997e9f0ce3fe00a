using static IncidentKit.Testing.IncidentStory;

namespace IncidentKit.Testing;

/// <summary>The reports that random steps mean.</summary>
internal static class StepReports
{
    private static readonly IncidentId Other = CountingIncidentIds.Of(9);
    private static readonly Responder[] People = [Alice, Bob, Carol];
    private static readonly string?[] Words = [null, "errors", "Fehlerrate über 5 %\nsteigt", "\"quoted\" \\ 🔥"];

    internal static readonly Func<StepScene, IncidentStep, Actor, IncidentCommand>[] All =
    [
        (i, s, by) => by is Responder ? new Acknowledge { By = by } : new AddNote { By = by, Text = "alert fired" },
        (i, s, by) => new Classify { By = by, Level = i.Level(s.Pick) },
        (i, s, by) => new Classify { By = by, Level = i.Level(s.Pick % 2) },
        (i, s, by) => new DescribeImpact
        {
            By = by,
            CustomersAffected = (s.Pick % 3) switch { 0 => null, 1 => true, _ => false },
            DataLost = s.Pick % 5 == 0 ? true : null,
            Symptom = Words[s.Pick % 4],
            Feature = s.Pick % 2 == 0 ? "cart" : null,
        },
        (i, s, by) => new DescribeImpact
        {
            By = by,
            DataExposed = s.Pick % 7 == 0 ? s.Pick % 2 == 0 : null,
            Function = s.Pick % 3 == 0 ? (ImpactFunction)(s.Pick / 3 % 4) : null,
            State = s.Pick % 4 == 0 ? (ImpactState)(s.Pick / 4 % 2) : null,
            Reach = s.Pick % 5 == 0 ? (ImpactReach)(s.Pick / 5 % 3) : null,
        },
        (i, s, by) =>
            new StateImpact { By = by, Kind = (ImpactKind)(s.Pick % 3), From = When.At(Start), Share = s.Pick % 4 == 0 ? 0.25 : null },
        (i, s, by) => new Retitle { By = by, Title = $"Checkout fails {s.Pick}" },
        (i, s, by) => new OpenChannel { By = by, Name = s.Pick % 2 == 0 ? null : $"inc-{s.Pick}" },
        (i, s, by) => by is Responder && s.Pick % 2 == 0 ? new Join { By = by } : new Join { By = by, Person = People[s.Pick / 2 % 3] },
        (i, s, by) => new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick / 3 % 3] },
        (i, s, by) => new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick % 3] },
        (i, s, by) => new HandOffRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick / 3 % 3], Note = Words[s.Pick % 4] },
        (i, s, by) => by is Responder
            ? new TakeCommand { By = by, Reason = "the commander is asleep" }
            : new AddNote { By = by, Text = "nobody answers" },
        (i, s, by) => new BeginMitigation
        {
            By = by,
            Kind = (MitigationKind)(s.Pick % 6),
            Description = Words[s.Pick % 4],
            DecidedBy = s.Pick % 2 == 0 ? i.Incident.Roles.Commander : null,
        },
        (i, s, by) => new RecordMitigation
        {
            By = by,
            Outcome = (MitigationOutcome)(s.Pick % 6),
            Attempt = i.Incident.Attempts.Count > 0 && s.Pick % 3 > 0 ? 1 + (s.Pick % i.Incident.Attempts.Count) : null,
            Description = Words[s.Pick % 4],
        },
        (i, s, by) => new DeclareMitigated { By = by, How = (MitigatedBy)(s.Pick % 7), Statement = Words[s.Pick % 4] },
        (i, s, by) => new ReportRecovered { By = by },
        (i, s, by) =>
            new RecordFinding { By = by, Kind = (FindingKind)(s.Pick % 3), Text = "an index is missing", Link = Words[s.Pick % 4] },
        (i, s, by) => new IdentifyCause { By = by, Cause = "a migration dropped an index" },
        (i, s, by) => new EscalateUnmitigated { By = by, Statement = Words[s.Pick % 4] },
        (i, s, by) => new EngageVendor { By = by, Vendor = "Database Inc.", Case = s.Pick % 2 == 0 ? "4711" : null },
        (i, s, by) => new Page
        {
            By = by,
            To = s.Pick % 3 == 0 ? People[s.Pick / 3 % 3] : null,
            Audience = s.Pick % 3 == 1 ? "engineering lead" : null,
            Message = Words[s.Pick % 4],
        },
        (i, s, by) => new RecordPaging
        {
            By = by, Fact = (PagingFact)(s.Pick % 5), Delivery = $"{i.Incident.Id}/1/step-1.{s.Pick % 4}/alice",
            Run = 1 + (s.Pick % 2), Cause = (PagingCause)(s.Pick % 10), To = Alice,
            Step = s.Pick % 2 == 0 ? 1 : null, Repeat = s.Pick % 2 == 0 ? s.Pick % 3 : null,
            Audience = s.Pick % 4 == 0 ? "on-call" : null, Urgency = (PageUrgency)(s.Pick % 2), Reason = Words[s.Pick % 4],
        },
        (i, s, by) => new PostUpdate
        {
            By = by,
            Audience = (UpdateAudience)(s.Pick % 2),
            Text = "still investigating",
            Status = s.Pick % 5 == 0 ? PublicStatus.Resolved : null,
        },
        (i, s, by) => new ReportRecurrence { By = by, Statement = Words[s.Pick % 4] },
        (i, s, by) => new FixPostMortem { By = by, ScheduledFor = s.Pick % 2 == 0 ? Start.AddDays(2) : null },
        (i, s, by) => new SetTemporaryAlert { By = by, Alert = "error rate over 1%" },
        (i, s, by) => i.Incident.TemporaryAlerts.Count == 0
            ? new SetTemporaryAlert { By = by, Alert = "latency over 1 s" }
            : new TakeDownTemporaryAlert { By = by, Number = 1 + (s.Pick % i.Incident.TemporaryAlerts.Count) },
        (i, s, by) => new HoldPostMortem { By = by },
        (i, s, by) => new AttachAlert { By = by, Key = $"alert-{s.Pick % 3}", Text = Words[s.Pick % 4], Link = Words[s.Pick % 4] },
        (i, s, by) => i.Incident.Alerts.Count == 0
            ? new AttachAlert { By = by, Key = "alert-0" }
            : new ClearAlert { By = by, Key = i.Incident.Alerts[s.Pick % i.Incident.Alerts.Count].Key },
        (i, s, by) => new Link { By = by, To = Other, Kind = (LinkKind)(s.Pick % 7) },
        (i, s, by) => new TakeOverDuplicate
        {
            By = by,
            Duplicate = Other,
            AlertKeys = s.Pick % 2 == 0 ? ["alert-1", "alert-9"] : null,
            Status = s.Pick % 3 == 0 ? (PublicStatus)(s.Pick % 4) : null,
        },
        (i, s, by) => new Restrict { By = by, Reason = Words[s.Pick % 4] },
        (i, s, by) => new CheckObligations { By = by },
        (i, s, by) => new CheckObligations { By = by },
        (i, s, by) => new AddActionItem { By = by, Action = "check indexes", Owner = s.Pick % 2 == 0 ? "bob" : null },
        (i, s, by) => i.Incident.ActionItems.Count == 0
            ? new AddActionItem { By = by, Action = "write a runbook" }
            : new AmendActionItem
            {
                By = by,
                Number = 1 + (s.Pick % i.Incident.ActionItems.Count),
                Owner = "carol",
                Due = new DateOnly(2025, 12, 1),
                Priority = "P1",
            },
        (i, s, by) => i.Incident.ActionItems.Count == 0
            ? new AddActionItem { By = by, Action = "write a runbook" }
            : new CompleteActionItem { By = by, Number = 1 + (s.Pick % i.Incident.ActionItems.Count) },
        (i, s, by) =>
            new AddNote { By = by, Text = "seen", Link = Words[s.Pick % 4], IdempotencyKey = s.Pick % 2 == 0 ? $"key-{s.Pick}" : null },
        (i, s, by) => new CorrectTime
        {
            By = by,
            Of = 1 + (s.Pick % i.Incident.Version),
            To = s.Ago == IncidentSteps.UnknownTime ? When.Unknown : When.At(Start.AddMinutes(s.Pick % 7)),
            Reason = "typed wrongly",
        },
        // Not before everything else: a detection after what it led to makes no sense.
        (i, s, by) => new CorrectTime
        {
            By = by,
            Of = Math.Min(3 + (s.Pick % i.Incident.Version), i.Incident.Version),
            To = When.At(i.Incident.History[^1].RecordedAt.AddMinutes(4 - (s.Pick % 40))),
            Reason = "the clock was slow",
        },
        (i, s, by) => new Redact { By = by, Of = 1 + (s.Pick % i.Incident.Version), Reason = "a secret" },
        (i, s, by) => new MarkUnknown
        {
            By = by,
            Facts = [s.Pick % 4 == 0 ? UnknownFacts.MitigatedAgain(1 + (s.Pick % 3)) : UnknownFacts.All[s.Pick % UnknownFacts.All.Count]],
        },
        (i, s, by) => i.Incident.IsRetrospective
            ? new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = null }
            : new AddNote { By = by, Text = "somebody leads" },
    ];
}
