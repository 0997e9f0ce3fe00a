using FsCheck;
using FsCheck.Fluent;
using static IncidentKit.Tests.Lifecycle.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>One random step: which command, by whom, how long after the last one, and how long ago it happened.</summary>
public sealed record Step(int Kind, int By, int Gap, int Ago, int Pick, int Odd)
{
    /// <summary>Whether the command is malformed, so that every policy refuses it.</summary>
    public bool IsOdd => Odd == 0;
}

/// <summary>Generates steps, and reads them as commands that fit the incident at hand.</summary>
public static class Steps
{
    private const int UnknownTime = 9;

    private static readonly IncidentId Other = new(new Guid("018f0000-0000-7000-8000-000000000009"));
    private static readonly Responder[] People = [Alice, Bob, Carol];
    private static readonly string?[] Words = [null, "errors", "Fehlerrate über 5 %\nsteigt", "\"quoted\" \\ 🔥"];

    private static readonly Func<Incident, Step, Actor, IncidentCommand>[] Reports =
    [
        (i, s, by) => by is Responder ? new Acknowledge { By = by } : new AddNote { By = by, Text = "alert fired" },
        (i, s, by) => new Classify { By = by, Level = 1 + (s.Pick % 4) },
        (i, s, by) => new Classify { By = by, Level = 1 + (s.Pick % 2) },
        (i, s, by) => new DescribeImpact { By = by, CustomersAffected = (s.Pick % 3) switch { 0 => null, 1 => true, _ => false }, DataLost = s.Pick % 5 == 0 ? true : null, Symptom = Words[s.Pick % 4], Feature = s.Pick % 2 == 0 ? "cart" : null },
        (i, s, by) => new DescribeImpact { By = by, DataExposed = s.Pick % 7 == 0 ? s.Pick % 2 == 0 : null, Function = s.Pick % 3 == 0 ? (ImpactFunction)(s.Pick / 3 % 4) : null, State = s.Pick % 4 == 0 ? (ImpactState)(s.Pick / 4 % 2) : null, Reach = s.Pick % 5 == 0 ? (ImpactReach)(s.Pick / 5 % 3) : null },
        (i, s, by) => new StateImpact { By = by, Kind = (ImpactKind)(s.Pick % 3), From = When.At(Start), Share = s.Pick % 4 == 0 ? 0.25 : null },
        (i, s, by) => new Retitle { By = by, Title = $"Checkout fails {s.Pick}" },
        (i, s, by) => new OpenChannel { By = by, Name = s.Pick % 2 == 0 ? null : $"inc-{s.Pick}" },
        (i, s, by) => by is Responder && s.Pick % 2 == 0 ? new Join { By = by } : new Join { By = by, Person = People[s.Pick / 2 % 3] },
        (i, s, by) => new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick / 3 % 3] },
        (i, s, by) => new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick % 3] },
        (i, s, by) => new HandOffRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = People[s.Pick / 3 % 3], Note = Words[s.Pick % 4] },
        (i, s, by) => by is Responder ? new TakeCommand { By = by, Reason = "the commander is asleep" } : new AddNote { By = by, Text = "nobody answers" },
        (i, s, by) => new BeginMitigation { By = by, Kind = (MitigationKind)(s.Pick % 6), Description = Words[s.Pick % 4], DecidedBy = s.Pick % 2 == 0 ? i.Roles.Commander : null },
        (i, s, by) => new RecordMitigation { By = by, Outcome = (MitigationOutcome)(s.Pick % 6), Attempt = i.Attempts.Count > 0 && s.Pick % 3 > 0 ? 1 + (s.Pick % i.Attempts.Count) : null, Description = Words[s.Pick % 4] },
        (i, s, by) => new DeclareMitigated { By = by, How = (MitigatedBy)(s.Pick % 7), Statement = Words[s.Pick % 4] },
        (i, s, by) => new ReportRecovered { By = by },
        (i, s, by) => new RecordFinding { By = by, Kind = (FindingKind)(s.Pick % 3), Text = "an index is missing", Link = Words[s.Pick % 4] },
        (i, s, by) => new IdentifyCause { By = by, Cause = "a migration dropped an index" },
        (i, s, by) => new EscalateUnmitigated { By = by, Statement = Words[s.Pick % 4] },
        (i, s, by) => new EngageVendor { By = by, Vendor = "Database Inc.", Case = s.Pick % 2 == 0 ? "4711" : null },
        (i, s, by) => new Page { By = by, To = s.Pick % 3 == 0 ? People[s.Pick / 3 % 3] : null, Audience = s.Pick % 3 == 1 ? "engineering lead" : null, Message = Words[s.Pick % 4] },
        (i, s, by) => new RecordPaging
        {
            By = by, Fact = (PagingFact)(s.Pick % 5), Delivery = $"{i.Id}/1/step-1.{s.Pick % 4}/alice", Run = 1 + (s.Pick % 2), Cause = (PagingCause)(s.Pick % 10), To = Alice,
            Step = s.Pick % 2 == 0 ? 1 : null, Repeat = s.Pick % 2 == 0 ? s.Pick % 3 : null, Audience = s.Pick % 4 == 0 ? "on-call" : null, Urgency = (PageUrgency)(s.Pick % 2), Reason = Words[s.Pick % 4],
        },
        (i, s, by) => new PostUpdate { By = by, Audience = (UpdateAudience)(s.Pick % 2), Text = "still investigating", Status = s.Pick % 5 == 0 ? PublicStatus.Resolved : null },
        (i, s, by) => new ReportRecurrence { By = by, Statement = Words[s.Pick % 4] },
        (i, s, by) => new FixPostMortem { By = by, ScheduledFor = s.Pick % 2 == 0 ? Start.AddDays(2) : null },
        (i, s, by) => new SetTemporaryAlert { By = by, Alert = "error rate over 1%" },
        (i, s, by) => i.TemporaryAlerts.Count == 0 ? new SetTemporaryAlert { By = by, Alert = "latency over 1 s" } : new TakeDownTemporaryAlert { By = by, Number = 1 + (s.Pick % i.TemporaryAlerts.Count) },
        (i, s, by) => new HoldPostMortem { By = by },
        (i, s, by) => new AttachAlert { By = by, Key = $"alert-{s.Pick % 3}", Text = Words[s.Pick % 4], Link = Words[s.Pick % 4] },
        (i, s, by) => i.Alerts.Count == 0 ? new AttachAlert { By = by, Key = "alert-0" } : new ClearAlert { By = by, Key = i.Alerts[s.Pick % i.Alerts.Count].Key },
        (i, s, by) => new Link { By = by, To = Other, Kind = (LinkKind)(s.Pick % 7) },
        (i, s, by) => new TakeOverDuplicate { By = by, Duplicate = Other, AlertKeys = s.Pick % 2 == 0 ? ["alert-1", "alert-9"] : null, Status = s.Pick % 3 == 0 ? (PublicStatus)(s.Pick % 4) : null },
        (i, s, by) => new Restrict { By = by, Reason = Words[s.Pick % 4] },
        (i, s, by) => new CheckObligations { By = by },
        (i, s, by) => new CheckObligations { By = by },
        (i, s, by) => new AddActionItem { By = by, Action = "check indexes", Owner = s.Pick % 2 == 0 ? "bob" : null },
        (i, s, by) => i.ActionItems.Count == 0 ? new AddActionItem { By = by, Action = "write a runbook" } : new AmendActionItem { By = by, Number = 1 + (s.Pick % i.ActionItems.Count), Owner = "carol", Due = new DateOnly(2025, 12, 1), Priority = "P1" },
        (i, s, by) => i.ActionItems.Count == 0 ? new AddActionItem { By = by, Action = "write a runbook" } : new CompleteActionItem { By = by, Number = 1 + (s.Pick % i.ActionItems.Count) },
        (i, s, by) => new AddNote { By = by, Text = "seen", Link = Words[s.Pick % 4], IdempotencyKey = s.Pick % 2 == 0 ? $"key-{s.Pick}" : null },
        (i, s, by) => new CorrectTime { By = by, Of = 1 + (s.Pick % i.Version), To = s.Ago == UnknownTime ? When.Unknown : When.At(Start.AddMinutes(s.Pick % 7)), Reason = "typed wrongly" },
        // Not before everything else: a detection after what it led to makes no sense.
        (i, s, by) => new CorrectTime { By = by, Of = Math.Min(3 + (s.Pick % i.Version), i.Version), To = When.At(i.History[^1].RecordedAt.AddMinutes(4 - (s.Pick % 40))), Reason = "the clock was slow" },
        (i, s, by) => new Redact { By = by, Of = 1 + (s.Pick % i.Version), Reason = "a secret" },
        (i, s, by) => new MarkUnknown { By = by, Facts = [s.Pick % 4 == 0 ? UnknownFacts.MitigatedAgain(1 + (s.Pick % 3)) : UnknownFacts.All[s.Pick % UnknownFacts.All.Count]] },
        (i, s, by) => i.IsRetrospective ? new AssignRole { By = by, Role = (IncidentRole)(s.Pick % 3), To = null } : new AddNote { By = by, Text = "somebody leads" },
    ];

    private static readonly Func<Incident, Step, Actor, IncidentCommand>[] Gates =
    [
        (i, s, by) => new LowerSeverity { By = i.Roles.Commander ?? by, Level = 1 + (s.Pick % 4), Reason = "one region" },
        (i, s, by) => new GiveUpRole { By = i.Roles[(IncidentRole)(s.Pick % 3)] ?? by as Responder ?? Alice, Role = (IncidentRole)(s.Pick % 3) },
        (i, s, by) => new WaiveObligation { By = i.Roles.Commander ?? by, Obligation = ObligationTable.All[s.Pick % ObligationTable.All.Count].Name, Reason = "nobody waits" },
        (i, s, by) => new WaiveDemand { By = by as Responder ?? Alice, Rule = "IK5006", Reason = "traffic is steady" },
        (i, s, by) => new ResolveIncident { By = by },
        (i, s, by) => new ResolveIncident { By = by },
        (i, s, by) => new PublishPostMortem { By = by },
        (i, s, by) => new EndWatch { By = by, Reason = "traffic is steady" },
        (i, s, by) => new LiftRestriction { By = by as Responder ?? Alice, Reason = "customers were told" },
        (i, s, by) => new CloseIncident { By = by },
        (i, s, by) => new CloseIncident { By = by },
        (i, s, by) => new ReviewSeverity { By = by, Level = 1 + (s.Pick % 4), Reason = "it was otherwise" },
        (i, s, by) => s.Pick % 3 == 0 ? new CancelIncident { By = by, Because = CancellationReason.FalseAlarm, Reason = "a test alert" } : new ResolveIncident { By = by },
        (i, s, by) => new ReopenIncident { By = by, Because = (ReopenReason)(s.Pick % 2), Reason = "it is back" },
    ];

    private static readonly Func<Incident, Actor, IncidentCommand>[] Malformed =
    [
        (i, by) => new AddNote { By = by, Text = " " },
        (i, by) => new Retitle { By = by, Title = "two\nlines" },
        (i, by) => new Classify { By = by, Level = 0 },
        (i, by) => new Classify { By = by, Level = 5 },
        (i, by) => new AddNote { By = by, Text = "seen", When = When.At(Start.AddYears(5)) },
        (i, by) => new StateImpact { By = by, Kind = ImpactKind.Outage, Share = double.NaN },
        (i, by) => new CorrectTime { By = by, Of = i.Version + 1, To = When.Unknown, Reason = "typed wrongly" },
        (i, by) => new TakeDownTemporaryAlert { By = by, Number = i.TemporaryAlerts.Count + 1 },
        (i, by) => new AmendActionItem { By = by, Number = i.ActionItems.Count + 1 },
        (i, by) => new RecordMitigation { By = by, Outcome = MitigationOutcome.Worked, Attempt = 0 },
        (i, by) => i.IsRetrospective ? new Classify { By = by, Level = 9 } : new AssignRole { By = by, Role = IncidentRole.TechnicalLead, To = null },
        (i, by) => new TakeCommand { By = new SystemActor("bot"), Reason = "nobody answers" },
        (i, by) => new Join { By = new SystemActor("bot") },
        (i, by) => new RecordPaging { By = by, Fact = PagingFact.Paged, Delivery = "one", Run = 1, Cause = PagingCause.Declared },
        (i, by) => new RecordPaging { By = by, Fact = (PagingFact)9, Delivery = "one", Run = 1, Cause = PagingCause.Declared },
        (i, by) => new MarkDuplicate { By = by, Of = i.Id },
        (i, by) => new MeetObligation { By = by, Obligation = ObligationNames.Mitigate },
        (i, by) => new MeetObligation { By = by, Obligation = "acme.tellRegulator" },
        (i, by) => new ClearAlert { By = by, Key = "no such alert" },
        (i, by) => new Link { By = by, To = i.Id },
        (i, by) => new TakeOverDuplicate { By = by, Duplicate = default },
        (i, by) => new LiftRestriction { By = new SystemActor("bot"), Reason = "customers were told" },
        (i, by) => new MarkUnknown { By = by, Facts = ["weather"] },
        (i, by) => new MarkUnknown { By = by, Facts = null! },
        (i, by) => new HandOffRole { By = by, Role = IncidentRole.IncidentCommander, To = null! },
        (i, by) => new AssignRole { By = by, Role = (IncidentRole)7, To = Alice },
        (i, by) => new PostUpdate { By = by, Audience = (UpdateAudience)9, Text = "seen" },
        (i, by) => new BeginMitigation { By = by, Kind = (MitigationKind)99 },
        (i, by) => new OpenChannel { By = by, Name = "Inc Checkout" },
        (i, by) => new DescribeImpact { By = by, Reach = (ImpactReach)3 },
        (i, by) => new WaiveDemand { By = new SystemActor("bot"), Rule = "IK5006", Reason = "traffic is steady" },
        (i, by) => new CancelIncident { By = by, Because = CancellationReason.Duplicate, Reason = "seen before" },
    ];

    public static Arbitrary<Step> Arbitrary() =>
        (from kind in Gen.Choose(0, Reports.Length + Gates.Length - 1)
         from who in Gen.Choose(0, 6)
         from gap in Gen.Choose(1, 40)
         from ago in Gen.Choose(0, 20)
         from pick in Gen.Choose(0, 359)
         from odd in Gen.Choose(0, 24)
         select new Step(kind, who, gap, ago, pick, odd)).ToArbitrary();

    /// <summary>The command that a step means for an incident as it stands.</summary>
    public static IncidentCommand CommandOf(Incident incident, Step step, DateTimeOffset now)
    {
        Actor by = step.By == 6 ? new SystemActor("monitor") : People[step.By % 3];
        if (step.IsOdd)
            return Malformed[step.Pick % Malformed.Length](incident, by);
        var command = step.Kind < Reports.Length ? Reports[step.Kind](incident, step, by) : Gates[step.Kind - Reports.Length](incident, step, by);
        // Most commands tell of now, some of a few minutes ago, a few run ahead within the tolerance, and of a few nobody knows the time.
        return step.Ago switch
        {
            < 8 => command with { When = When.At(now.AddMinutes(-step.Ago)) },
            8 => command with { When = When.At(now.AddMinutes(5)) },
            UnknownTime => command with { When = When.Unknown },
            _ => command,
        };
    }

    /// <summary>The command of every kind that a step could have meant, malformed ones left out.</summary>
    public static IEnumerable<IncidentCommand> All(Incident incident, Step step, DateTimeOffset now) =>
        Enumerable.Range(0, Reports.Length + Gates.Length).Select(kind => CommandOf(incident, step with { Kind = kind, Odd = 1 }, now));

    /// <summary>The same steps, at times that are known.</summary>
    public static Step[] AtKnownTimes(IEnumerable<Step> steps) => [.. steps.Select(step => step.Ago == UnknownTime ? step with { Ago = 0 } : step)];

    /// <summary>Runs the steps; every decision is told with the incident before it and its command.</summary>
    public static Incident Run(IncidentPolicy policy, IEnumerable<Step> steps, Action<Incident, IncidentCommand, Decision, DateTimeOffset>? told = null, bool retrospective = false)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var now = Start;
        var incident = lifecycle.Declare(Id, new DeclareIncident { By = new SystemActor("monitor"), Title = "Checkout fails", Service = "checkout", Retrospective = retrospective }, now).Incident!;
        foreach (var step in steps)
        {
            now = now.AddMinutes(step.Gap);
            var command = CommandOf(incident, step, now);
            var decision = lifecycle.Decide(incident, command, now);
            told?.Invoke(incident, command, decision, now);
            incident = decision.Incident!;
        }

        return incident;
    }
}
