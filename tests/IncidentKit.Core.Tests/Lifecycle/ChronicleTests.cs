using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>
/// What each command records, to the last field, in stories that a person has read: the facts that it
/// implies, and how they are marked.
/// </summary>
/// <remarks>
/// After a change that is meant, <c>INCIDENTKIT_WRITE_GOLDEN</c> names the folder to rewrite. Read the
/// difference before you commit it.
/// </remarks>
public sealed class ChronicleTests
{
    private static readonly SystemActor Monitor = new("monitor");
    private static readonly IncidentId Other = new(new Guid("018f0000-0000-7000-8000-000000000009"));

    public static TheoryData<string> Names => [.. Stories().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decide_EachCommandOfAStory_RecordsWhatTheChronicleSays(string story)
    {
        var told = Tell(story, Stories()[story]);
        if (Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_GOLDEN") is { } folder)
            File.WriteAllText(Path.Combine(folder, $"{story}.txt"), told);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", $"{story}.txt")), told);
    }

    [Fact]
    public void Stories_Together_HoldEveryKindOfCommandAndEvent()
    {
        var told = string.Concat(Stories().Select(story => Tell(story.Key, story.Value)));

        Assert.Empty(Samples.KindsOf<IncidentEvent>()
            .Where(kind => !told.Contains($"{kind.Name} {{\"", StringComparison.Ordinal))
            .Select(kind => kind.Name));
        Assert.Empty(Samples.KindsOf<IncidentCommand>()
            .Where(kind => !told.Contains($"{kind.Name} by ", StringComparison.Ordinal))
            .Select(kind => kind.Name));
    }

    private static Dictionary<string, (DeclareIncident Declaration, IncidentCommand[] Commands)> Stories() => new(StringComparer.Ordinal)
    {
        ["one-person-awake"] = (Declared(Alice), [
            new BeginMitigation { By = Alice, Kind = MitigationKind.Rollback, Description = "back to 4.1", ProposedBy = Bob },
            new BeginMitigation { By = Bob, Kind = MitigationKind.ScaleUp, DecidedBy = Alice },
            new RecordMitigation { By = Alice, Attempt = 1, Outcome = MitigationOutcome.Partly, Description = "half of it" },
            new DeclareMitigated { By = Bob, How = MitigatedBy.ScaleUp, Statement = "errors are gone" },
            new ResolveIncident { By = Alice, Statement = "baseline" }]),
        ["a-team"] = (Declared(Monitor) with
        {
            AlertKey = "checkout-5xx",
            Detected = When.At(Start.AddMinutes(-2)),
            NoticedBy = NoticedBy.Alert,
            Labels = ["team:payments"],
            Number = 7,
            IdempotencyKey = "k0",
        }, [
            new AttachAlert { By = Monitor, Key = "checkout-latency", Text = "p99 over 2 s", Link = "https://graphs.example/1" },
            new Acknowledge { By = Alice, IdempotencyKey = "k1" },
            new Classify { By = Alice, Level = 3 }, new Classify { By = Bob, Level = 2 },
            new Classify { By = Bob, Level = 2 }, new Classify { By = Bob, Level = 3 },
            new OpenChannel { By = Alice, Taken = ["inc-2025-11-18-checkout-fails"] },
            new OpenChannel { By = Alice, Name = "#inc-checkout", Url = "https://chat.example/1" },
            new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice },
            new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob },
            new HandOffRole { By = Bob, Role = IncidentRole.TechnicalLead, To = Carol, Note = "index is missing" },
            new Join { By = Bob }, new Join { By = Alice, Person = new Responder("dave", "Dave") },
            new DescribeImpact
            {
                By = Carol,
                CustomersAffected = true,
                DataLost = false,
                Feature = "cart",
                Symptom = "errors",
                Started = When.At(Start.AddMinutes(-4)),
            },
            new RecordFinding { By = Carol, Kind = FindingKind.Evidence, Text = "an index is missing", Link = "https://logs.example/1" },
            new IdentifyCause { By = Carol, Cause = "a migration dropped an index" },
            new EngageVendor { By = Alice, Vendor = "Database Inc." },
            new EngageVendor { By = Alice, Vendor = "Database Inc.", Case = "4711" },
            new PostUpdate
            {
                By = Alice,
                Audience = UpdateAudience.Public,
                Text = "We are investigating.",
                NextUpdateAt = Start.AddMinutes(40),
            },
            new TakeCommand { By = Carol, Reason = "alice is asleep" },
            new AssignRole { By = Carol, Role = IncidentRole.CommunicationsLead, To = Bob },
            new GiveUpRole { By = Bob, Role = IncidentRole.CommunicationsLead },
        ]),
        ["out-of-detection"] = (Declared(Monitor),
        [
            new DeclareMitigated { By = Alice, How = MitigatedBy.Fix },
            new BeginMitigation { By = Bob },
            new DeclareMitigated { By = Alice },
            new RecordMitigation { By = Bob, Outcome = MitigationOutcome.NoEffect },
        ]),
        ["back-without-a-commander"] = (Declared(Monitor),
        [
            new ReportRecovered { By = Monitor }, new ReportRecurrence { By = Monitor },
            new DeclareMitigated { By = Bob }, new ReportRecurrence { By = Bob }, new EscalateUnmitigated { By = Carol },
        ]),
        ["cancelled-at-work"] = (Declared(Alice),
        [
            new BeginMitigation { By = Alice },
            new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" },
        ]),
        ["not-acknowledged"] = (Declared(Monitor) with { When = When.At(Start.AddDays(-1)) }, [
            new AddNote { By = Bob, Text = "seen" },
            new RecordCustomFact { By = Bob, Name = "acme.deployRolledBack", Data = "{ \"to\": 7, \"from\": 8 }" },
            new CorrectTime { By = Bob, Of = 2, To = When.At(Start.AddHours(-1)), Reason = "typed wrongly" },
            new Redact { By = Bob, Of = 3, Reason = "a secret" }, new MarkUnknown { By = Bob, Facts = [UnknownFacts.Updates] },
            new DescribeImpact { By = Bob, Feature = "cart" },
            new StateImpact { By = Bob, Kind = ImpactKind.Outage }, new Retitle { By = Bob, Title = "Cart fails" },
            new AttachAlert { By = Bob, Key = "cart-5xx" }, new ClearAlert { By = Bob, Key = "cart-5xx" },
            new Link { By = Bob, To = Other }, new TakeOverDuplicate { By = Bob, Duplicate = Other },
            new CheckObligations { By = Bob }, new OpenChannel { By = Bob }, new Restrict { By = Carol },
        ]),
        ["escalated"] = (Declared(Monitor),
        [
            new EscalateUnmitigated { By = Bob, Statement = "we need the database team" },
            new EscalateUnmitigated { By = Bob },
            new ReportRecovered { By = Monitor },
        ]),
        ["recovered-by-itself"] = (Declared(Alice),
        [
            new ReportRecovered { By = Monitor, When = When.Unknown },
            new ReportRecurrence { By = Alice, Statement = "errors again" },
            new RecordMitigation
            {
                By = Alice,
                Outcome = MitigationOutcome.Worked,
                Kind = MitigationKind.CutDependency,
                Began = When.At(Start.AddMinutes(1)),
            },
            new ReportRecurrence { By = Alice },
        ]),
        ["to-the-end"] = (Declared(Alice) with { Level = 3 }, [
            new BeginMitigation { By = Alice }, new BeginMitigation { By = Alice }, new DeclareMitigated { By = Alice },
            new SetTemporaryAlert { By = Alice, Alert = "error rate over 0.5%" },
            new SetTemporaryAlert { By = Alice, Alert = "latency" }, new TakeDownTemporaryAlert { By = Alice, Number = 1 },
            new ResolveIncident { By = Alice }, new EndWatch { By = Alice, Reason = "traffic is steady" },
            new FixPostMortem { By = Alice, ScheduledFor = Start.AddDays(1) }, new HoldPostMortem { By = Alice },
            new PublishPostMortem { By = Alice, Url = "https://wiki.example/1" },
            new AddActionItem { By = Alice, Action = "check indexes" },
            new AmendActionItem { By = Alice, Number = 1, Owner = "bob", Due = new DateOnly(2025, 12, 1), Priority = "P1" },
            new AmendActionItem { By = Alice, Number = 1, Action = "check all indexes", Priority = "P2" },
            new AmendActionItem { By = Alice, Number = 1, Due = new DateOnly(2025, 12, 2), Owner = "carol" },
            new CompleteActionItem { By = Alice, Number = 1 },
            new DropActionItem { By = Alice, Number = 1, Reason = "it is switched off" },
            new WaiveDemand { By = Alice, Rule = "IK5005", Reason = "no page" }, new CloseIncident { By = Alice },
            new Acknowledge { By = Bob, When = When.At(Start.AddMinutes(1)) },
            new TakeCommand { By = Bob, Reason = "late", When = When.At(Start.AddMinutes(1)) },
            new RecordMitigation { By = Bob, Outcome = MitigationOutcome.Undone, When = When.At(Start.AddMinutes(2)) },
            new ReviewSeverity { By = Alice, Level = 2, Reason = "it was worse" },
            new AddNote { By = Monitor, Text = "seen", Link = "https://graphs.example/2" },
            new CorrectTime { By = Alice, Of = 3, To = When.At(Start), Reason = "typed wrongly" },
            new Redact { By = Alice, Of = 4, Reason = "a secret" },
            new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" }]),
        ["restricted"] = (Declared(Alice) with { Restricted = true, Drill = true, Started = When.At(Start.AddMinutes(-9)) }, [
            new DescribeImpact { By = Bob, DataExposed = true }, new OpenChannel { By = Alice },
            new LiftRestriction { By = Alice, Reason = "customers were told" }, new Restrict { By = Alice, Reason = "again" },
            new StateImpact
            {
                By = Alice,
                Kind = ImpactKind.Exposure,
                From = When.At(Start),
                To = When.At(Start.AddMinutes(1)),
                Share = 0.25,
            },
            new Retitle { By = Alice, Title = "Files are public" }, new Classify { By = Alice, Level = 1 },
            new AssignRole { By = Bob, Role = IncidentRole.IncidentCommander, To = Alice },
            new LowerSeverity { By = Alice, Level = 4, Reason = "one region" },
        ]),
        ["duplicate"] = (Declared(Alice), [
            new Link { By = Alice, To = Other, Kind = LinkKind.Cause },
            new TakeOverDuplicate { By = Alice, Duplicate = Other, AlertKeys = ["cart-5xx"], Status = PublicStatus.Identified },
            new ClearAlert { By = Monitor, Key = "cart-5xx" }, new AttachAlert { By = Monitor, Key = "x", AlsoAt = Other },
            new MarkDuplicate { By = Alice, Of = Other, ThreadGoesOver = true },
            new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts are missing" },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "nothing is wrong", Status = PublicStatus.Resolved },
            new CancelIncident { By = Alice, Because = CancellationReason.BecameTicket, Reason = "not urgent", Ticket = "T-1" },
        ]),
        ["obligations"] = (Declared(Monitor) with { Detected = When.At(Start.AddHours(-1)) }, [
            new CheckObligations { By = Monitor, IdempotencyKey = "k2" }, new CheckObligations { By = Monitor },
            new AssignRole
            {
                By = Alice,
                Role = IncidentRole.IncidentCommander,
                To = Alice,
                When = When.At(Start.AddHours(-1).AddMinutes(1)),
            },
            new WaiveObligation { By = Alice, Obligation = ObligationNames.PublicUpdate, Reason = "nobody waits" },
            new MeetObligation { By = Alice, Obligation = "acme.tellRegulator", Evidence = "notice 4711" },
        ]),
        ["paged"] = (Declared(Monitor), [
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Failed,
                Delivery = "1/step-1.0/alice",
                Run = 1,
                Cause = PagingCause.Declared,
                Step = 1,
                Repeat = 0,
                Audience = "on-call",
                To = Alice,
                Urgency = PageUrgency.High,
                Reason = "no phone",
            },
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Skipped,
                Delivery = "1/step-2.0/-",
                Run = 1,
                Cause = PagingCause.NotReached,
                Step = 2,
                Repeat = 0,
                Audience = "team lead",
                Reason = "nobody is known",
            },
            new Page { By = Bob, To = Carol, Message = "the database is slow" },
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Paged,
                Delivery = "1/request-5/carol",
                Run = 1,
                Cause = PagingCause.Requested,
                To = Carol,
                Request = 5,
            },
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Paged,
                Delivery = "1/request-5/carol",
                Run = 1,
                Cause = PagingCause.Requested,
                To = Carol,
                Request = 5,
            },
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Exhausted,
                Delivery = "1/exhausted/-",
                Run = 1,
                Cause = PagingCause.Exhausted,
            },
            new RecordPaging
            {
                By = Monitor,
                Fact = PagingFact.Ticket,
                Delivery = "1/ticket/-",
                Run = 1,
                Cause = PagingCause.Declared,
                Reason = "SEV-4: nobody is paged, a ticket is filed.",
            },
            new Page { By = Bob, Audience = "engineering lead", When = When.At(Start.AddMinutes(1)) }]),
        ["in-retrospect"] =
            (Declared(Alice) with { Retrospective = true, Level = 2, Detected = When.Unknown, When = When.At(Start.AddDays(-1)) }, [
                new MarkUnknown { By = Alice, Facts = [UnknownFacts.Updates] },
                new Classify { By = Alice, Level = 3, When = When.Unknown },
                new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = null }, new Acknowledge { By = Monitor },
                new DeclareMitigated { By = Alice, When = When.At(Start.AddHours(-9)) }, new ReportRecurrence { By = Alice },
                new ResolveIncident { By = Alice }, new LowerSeverity { By = Alice, Level = 4, Reason = "small" },
            ]),
    };

    private static DeclareIncident Declared(Actor by) => new() { By = by, Title = "Checkout fails", Service = "checkout" };

    private static string Tell(string name, (DeclareIncident Declaration, IncidentCommand[] Commands) story)
    {
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default.Plus(
            [],
            [new("acme.tellRegulator", ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(72)))]));
        var (text, now) = (new StringBuilder(), Start);
        var decision = lifecycle.Declare(Id, story.Declaration, now);
        Write(story.Declaration, decision);
        foreach (var command in story.Commands)
        {
            now = now.AddMinutes(1);
            decision = lifecycle.Decide(decision.Incident!, command, now);
            Assert.True(decision.IsAccepted, $"{name}: {command}: {decision}");
            Write(command, decision);
        }

        return text.ToString();

        void Write(IncidentCommand command, Decision made)
        {
            text.Append(now.ToString("HH:mm", null)).Append(' ').Append(command.GetType().Name)
                .Append(" by ").Append(command.By).Append('\n');
            foreach (var happened in made.Events)
            {
                var json = JsonNode.Parse(JsonSerializer.Serialize(happened, IncidentJsonContext.Default.IncidentEvent))!.AsObject();
                Assert.Equal((Id.ToString(), now), (json["incident"]!.ToString(), happened.RecordedAt));
                foreach (var key in (string[])["type", "incident", "recordedAt"])
                    json.Remove(key);
                foreach (var key in json
                    .Where(p => p.Value is JsonValue v && v.TryGetValue<bool>(out var flag) && !flag && p.Key is "implied" or "kept")
                    .Select(p => p.Key)
                    .ToList())
                {
                    json.Remove(key);
                }

                text.Append("    ")
                    .Append(happened.GetType().Name)
                    .Append(' ')
                    .Append(json.ToJsonString(
                        new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                    .Append('\n');
            }
        }
    }
}
