using System.Text.Json.Serialization;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>Every command in every phase, against the phase table of the process, copied here by hand.</summary>
[Process("P61")]
[Process("P16")]
[Process("P26")]
[Process("P29")]
public sealed class PhaseTableTests
{
    // A line without a name, or after a comma, goes on with the row above it.
    private const string Table = """
        |                                    | Detection    | Mitigation   | Resolution     | Recovery     | Closed       | Cancelled    |
        | BeginMitigation, RecordMitigation  | → Mitigation | stays        | k              | k            | k if late    | k if late    |
        | DeclareMitigated, ReportRecovered  | → Resolution | → Resolution | k              | k            | k if late    | k if late    |
        | EscalateUnmitigated                | → Resolution | → Resolution | stays, counted | k            | R            | R            |
        | ReportRecurrence                   | k            | stays,       | → Mitigation   | → Mitigation | R: reopen    | R: reopen    |
        |                                    |              | counted      |                |              |              |              |
        | ResolveIncident                    | R: declare   | R: declare   | → Recovery     | R            | R            | R            |
        |                                    | mitigated    | mitigated    |                |              |              |              |
        | CloseIncident                      | R            | R            | R              | → Closed     | R            | R            |
        | CancelIncident, MarkDuplicate      | → Cancelled  | → Cancelled  | → Cancelled    | → Cancelled  | R            | R            |
        | ReopenIncident (it came back)      | R            | R            | R              | R            | → Mitigation | → Mitigation |
        | ReopenIncident (record incomplete) | R            | R            | R              | R            | → Recovery   | → Recovery   |
        | Acknowledge, Classify,             | stays        | stays        | stays          | stays        | k if late    | k if late    |
        | DescribeImpact, StateImpact,       |              |              |                |              |              |              |
        | Retitle, OpenChannel, Join,        |              |              |                |              |              |              |
        | AssignRole, HandOffRole,           |              |              |                |              |              |              |
        | TakeCommand                        |              |              |                |              |              |              |
        | RecordFinding, IdentifyCause,      | stays        | stays        | stays          | stays        | k if late    | k if late    |
        | EngageVendor, PostUpdate,          |              |              |                |              |              |              |
        | SetTemporaryAlert,                 |              |              |                |              |              |              |
        | TakeDownTemporaryAlert             |              |              |                |              |              |              |
        | AttachAlert, ClearAlert,           | stays        | stays        | stays          | stays        | k if late    | k if late    |
        | TakeOverDuplicate, MeetObligation  |              |              |                |              |              |              |
        | Link, Restrict, LiftRestriction,   | stays        | stays        | stays          | stays        | stays        | stays        |
        | CheckObligations, RecordPaging     |              |              |                |              |              |              |
        | Page                               | stays        | stays        | stays          | stays        | R: reopen    | R: reopen    |
        | AddNote, RecordCustomFact, Redact, | stays        | stays        | stays          | stays        | stays        | stays        |
        | CorrectTime, MarkUnknown,          |              |              |                |              |              |              |
        | FixPostMortem, HoldPostMortem,     |              |              |                |              |              |              |
        | AddActionItem, AmendActionItem,    |              |              |                |              |              |              |
        | CompleteActionItem, DropActionItem |              |              |                |              |              |              |
        | LowerSeverity, GiveUpRole,         | stays        | stays        | stays          | stays        | R            | R            |
        | WaiveObligation, WaiveDemand       |              |              |                |              |              |              |
        | EndWatch                           | R            | R            | R              | stays        | R            | R            |
        | PublishPostMortem                  | R            | R            | R              | stays        | stays        | stays        |
        | ReviewSeverity                     | R            | R            | R              | R            | stays        | stays        |
        | DeclareIncident                    | R            | R            | R              | R            | R            | R            |
        """;

    private static readonly Dictionary<string, IncidentCommand> Samples = new(StringComparer.Ordinal)
    {
        ["BeginMitigation"] = new BeginMitigation { By = Alice },
        ["RecordMitigation"] = new RecordMitigation { By = Alice, Outcome = MitigationOutcome.Partly },
        ["DeclareMitigated"] = new DeclareMitigated { By = Alice, How = MitigatedBy.Fix },
        ["ReportRecovered"] = new ReportRecovered { By = Alice },
        ["EscalateUnmitigated"] = new EscalateUnmitigated { By = Alice },
        ["ReportRecurrence"] = new ReportRecurrence { By = Alice },
        ["ResolveIncident"] = new ResolveIncident { By = Alice },
        ["CloseIncident"] = new CloseIncident { By = Alice },
        ["CancelIncident"] = new CancelIncident { By = Alice, Because = CancellationReason.BecameTicket, Reason = "not urgent" },
        ["MarkDuplicate"] = new MarkDuplicate { By = Alice, Of = new IncidentId(new Guid("018f0000-0000-7000-8000-000000000009")) },
        ["ReopenIncident (it came back)"] = new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" },
        ["ReopenIncident (record incomplete)"] = new ReopenIncident
        {
            By = Alice,
            Because = ReopenReason.RecordIncomplete,
            Reason = "facts are missing",
        },
        ["Acknowledge"] = new Acknowledge { By = Alice },
        ["Classify"] = new Classify { By = Alice, Level = 4 },
        ["DescribeImpact"] = new DescribeImpact { By = Alice, Symptom = "errors" },
        ["StateImpact"] = new StateImpact { By = Alice, Kind = ImpactKind.Degraded, From = When.At(Start) },
        ["Retitle"] = new Retitle { By = Alice, Title = "Payments fail" },
        ["OpenChannel"] = new OpenChannel { By = Alice, Name = "inc-2025-11-18-checkout" },
        ["Join"] = new Join { By = Carol },
        ["AssignRole"] = new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol },
        ["HandOffRole"] = new HandOffRole { By = Bob, Role = IncidentRole.TechnicalLead, To = Carol },
        ["TakeCommand"] = new TakeCommand { By = Carol, Reason = "alice is tired" },
        ["RecordFinding"] = new RecordFinding { By = Alice, Text = "an index is missing" },
        ["IdentifyCause"] = new IdentifyCause { By = Alice, Cause = "a migration dropped an index" },
        ["EngageVendor"] = new EngageVendor { By = Alice, Vendor = "Database Inc." },
        ["PostUpdate"] = new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "still investigating" },
        ["SetTemporaryAlert"] = new SetTemporaryAlert { By = Alice, Alert = "error rate over 1%" },
        ["TakeDownTemporaryAlert"] = new TakeDownTemporaryAlert { By = Alice, Number = 1 },
        ["AttachAlert"] = new AttachAlert { By = Alice, Key = "checkout-5xx" },
        ["ClearAlert"] = new ClearAlert { By = Alice, Key = "checkout-latency" },
        ["TakeOverDuplicate"] = new TakeOverDuplicate
        {
            By = Alice,
            Duplicate = new IncidentId(new Guid("018f0000-0000-7000-8000-000000000009")),
        },
        ["MeetObligation"] = new MeetObligation { By = Alice, Obligation = "acme.tellRegulator" },
        ["Page"] = new Page { By = Alice, To = Carol },
        ["RecordPaging"] = new RecordPaging
        {
            By = Alice,
            Fact = PagingFact.Paged,
            Delivery = "one",
            Run = 1,
            Cause = PagingCause.Declared,
            To = Carol,
        },
        ["Link"] = new Link { By = Alice, To = new IncidentId(new Guid("018f0000-0000-7000-8000-000000000009")) },
        ["Restrict"] = new Restrict { By = Alice },
        ["LiftRestriction"] = new LiftRestriction { By = Alice, Reason = "customers were told" },
        ["CheckObligations"] = new CheckObligations { By = Alice },
        ["AddNote"] = new AddNote { By = Alice, Text = "seen" },
        ["RecordCustomFact"] = new RecordCustomFact { By = Alice, Name = "acme.deployRolledBack" },
        ["CorrectTime"] = new CorrectTime { By = Alice, Of = 3, To = When.At(Start), Reason = "typed wrongly" },
        ["Redact"] = new Redact { By = Alice, Of = 3, Reason = "a secret" },
        ["MarkUnknown"] = new MarkUnknown { By = Alice, Facts = [UnknownFacts.Updates] },
        ["FixPostMortem"] = new FixPostMortem { By = Alice },
        ["HoldPostMortem"] = new HoldPostMortem { By = Alice },
        ["AddActionItem"] = new AddActionItem
        {
            By = Alice,
            Action = "check indexes",
            Owner = "bob",
            Due = new DateOnly(2025, 12, 1),
            Priority = "P1",
        },
        ["AmendActionItem"] = new AmendActionItem { By = Alice, Number = 1, Priority = "P2" },
        ["CompleteActionItem"] = new CompleteActionItem { By = Alice, Number = 1 },
        ["DropActionItem"] = new DropActionItem { By = Alice, Number = 1, Reason = "it is switched off" },
        ["LowerSeverity"] = new LowerSeverity { By = Alice, Level = 4, Reason = "one region" },
        ["GiveUpRole"] = new GiveUpRole { By = Bob, Role = IncidentRole.TechnicalLead },
        ["WaiveObligation"] = new WaiveObligation { By = Alice, Obligation = ObligationNames.InternalUpdate, Reason = "nobody waits" },
        ["WaiveDemand"] = new WaiveDemand { By = Alice, Rule = "IK5006", Reason = "traffic is steady" },
        ["EndWatch"] = new EndWatch { By = Alice, Reason = "traffic is steady" },
        ["PublishPostMortem"] = new PublishPostMortem { By = Alice },
        ["ReviewSeverity"] = new ReviewSeverity { By = Alice, Level = 2, Reason = "it was worse" },
        ["DeclareIncident"] = new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout" },
    };

    public static TheoryData<string, IncidentPhase, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, IncidentPhase, string>();
            foreach (var row in Rows())
            {
                foreach (var command in row[0].Split(", "))
                {
                    foreach (var phase in Enum.GetValues<IncidentPhase>())
                        cells.Add(command, phase, row[(int)phase + 1]);
                }
            }

            return cells;
        }
    }

    [Fact]
    public void Table_Rows_NameEveryCommandAndEveryPhase()
    {
        var header = Cut(Table.Split('\n')[0]);
        var commands = typeof(IncidentCommand).GetCustomAttributes(typeof(JsonDerivedTypeAttribute), false)
            .Cast<JsonDerivedTypeAttribute>()
            .Select(a => a.DerivedType.Name)
            .Order();

        Assert.Equal(Enum.GetNames<IncidentPhase>(), header[1..]);
        Assert.Equal(commands, Rows().SelectMany(row => row[0].Split(", ")).Select(name => name.Split(' ')[0]).Distinct().Order());
        Assert.Equal(Samples.Keys.Order(), Rows().SelectMany(row => row[0].Split(", ")).Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_EachCommandInEachPhase_DoesAsTheTableSays(string command, IncidentPhase phase, string cell)
    {
        var incident = In(phase);
        var decision = incident.Try(Samples[command]);

        switch (cell.Split(':')[0])
        {
            case "stays" or "stays, counted":
                AssertStays(incident.Incident, decision, kept: false);
                break;
            case "k":
                AssertStays(incident.Incident, decision, kept: true);
                break;
            case "k if late":
                AssertRefused(incident.Incident, decision);
                AssertRefused(incident.Incident, incident.Try(Samples[command] with { When = When.At(incident.Now) }));
                AssertStays(
                    incident.Incident,
                    incident.Try(Samples[command] with { When = When.At(incident.Now.AddSeconds(-1)) }),
                    kept: true);
                break;
            case "R":
                AssertRefused(incident.Incident, decision);
                break;
            default:
                Assert.StartsWith("→ ", cell, StringComparison.Ordinal);
                AssertMoves(incident.Incident, decision, Enum.Parse<IncidentPhase>(cell[2..]));
                break;
        }

        if (cell == "stays, counted")
        {
            var counted = command == "ReportRecurrence"
                ? decision.Incident!.Recurrences - incident.Incident.Recurrences
                : decision.Incident!.Escalations - incident.Incident.Escalations;
            Assert.Equal(1, counted);
        }

        if (cell.StartsWith("R: ", StringComparison.Ordinal))
        {
            Assert.Contains(
                cell[3..].Split(' ')[0],
                decision.Violations.Single(v => v.Rule == "IK2001").Remedy,
                StringComparison.OrdinalIgnoreCase);
        }
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Permitted_EachCommandInEachPhase_LeavesOutWhatTheTableRefuses(string command, IncidentPhase phase, string cell)
    {
        var kind = command.Split(' ')[0];
        if (cell[0] != 'R')
            Assert.Contains(kind, new IncidentLifecycle(IncidentPolicy.Default).Permitted(In(phase).Incident));
        else if (kind != "ReopenIncident" || phase.IsOpen())
            Assert.DoesNotContain(kind, new IncidentLifecycle(IncidentPolicy.Default).Permitted(In(phase).Incident));
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Can_EachCommandInEachPhase_SaysWhatDecideDoes(string command, IncidentPhase phase, string cell)
    {
        var story = In(phase);

        var can = story.Lifecycle.Can(story.Incident, Samples[command], story.Now.AddMinutes(1));

        Assert.Equal(cell[0] != 'R' && cell != "k if late", can);
    }

    [Fact]
    public void Decide_ResolvingWhatWasOnlyEscalated_IsRefusedByTheGate()
    {
        var escalated = In(IncidentPhase.Mitigation).Then(Samples["EscalateUnmitigated"]);

        AssertRefused(escalated.Incident, escalated.Try(Samples["ResolveIncident"]), "IK5001");
        AssertMoves(
            escalated.Incident,
            escalated.Then(Samples["DeclareMitigated"]).Try(Samples["ResolveIncident"]),
            IncidentPhase.Recovery);
    }

    [Fact]
    public void Decide_ResolvingWhatCameBack_WantsAnotherMitigation()
    {
        var again = In(IncidentPhase.Resolution).Then(Samples["ReportRecurrence"], Samples["EscalateUnmitigated"]);

        AssertRefused(again.Incident, again.Try(Samples["ResolveIncident"]), "IK5001");
        AssertMoves(again.Incident, again.Then(Samples["ReportRecovered"]).Try(Samples["ResolveIncident"]), IncidentPhase.Recovery);
    }

    [Fact]
    [Process("P28")]
    public void Decide_ClosingWhatStillOwesSomething_NamesEveryDebtAtOnce()
    {
        var owing = In(IncidentPhase.Recovery).Then(
            Samples["ReportRecurrence"],
            Samples["DeclareMitigated"],
            Samples["ResolveIncident"],
            new Classify { By = Alice, Level = 2 },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "We are investigating." },
            new AddActionItem { By = Alice, Action = "check indexes again" });

        var decision = owing.Try(Samples["CloseIncident"]);

        Assert.Equal(["IK5005", "IK5006", "IK5007", "IK5008"], decision.Violations.Select(v => v.Rule).Order());
        Assert.Equal(IncidentPhase.Recovery, decision.Incident!.Phase);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Decide_ComingBackAroundTheSeventhDay_IsReopenedUntilThen(int secondsAfter, bool reopened)
    {
        var closed = In(IncidentPhase.Closed);
        var at = closed.Now.AddDays(7).AddSeconds(secondsAfter);

        var decision = new IncidentLifecycle(IncidentPolicy.Default).Decide(closed.Incident, Samples["ReopenIncident (it came back)"], at);
        var incomplete = new IncidentLifecycle(IncidentPolicy.Default)
            .Decide(closed.Incident, Samples["ReopenIncident (record incomplete)"], at);

        Assert.Equal(reopened, decision.IsAccepted);
        Assert.Equal(reopened ? [] : ["IK5004"], decision.Violations.Select(v => v.Rule));
        Assert.True(incomplete.IsAccepted);
    }

    [Fact]
    public void Decide_ReopenedBecauseItCameBack_CountsARecurrence()
    {
        var reopened = In(IncidentPhase.Closed).Then(Samples["ReopenIncident (it came back)"]).Incident;

        Assert.Equal((IncidentPhase.Mitigation, 1, null), (reopened.Phase, reopened.Recurrences, reopened.Ended));
        Assert.Equal(0, In(IncidentPhase.Closed).Then(Samples["ReopenIncident (record incomplete)"]).Incident.Recurrences);
    }

    [Fact]
    public void Decide_KeptRecurrence_CountsNothing() =>
        Assert.Equal(0, In(IncidentPhase.Detection).Then(Samples["ReportRecurrence"]).Incident.Recurrences);

    // A low level, so that nothing but the table stands in the way; bob is Technical Lead, and event 3 is the note.
    private static Story In(IncidentPhase phase)
    {
        var policy = IncidentPolicy.Default.Plus(
            [],
            [new("acme.tellRegulator", ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromHours(72)))]);
        var story = new Story(policy, new SystemActor("monitor")).Then(
            new AddNote { By = Alice, Text = "error rate over 5%" },
            new AttachAlert { By = Alice, Key = "checkout-latency" },
            new Restrict { By = Alice },
            new SetTemporaryAlert { By = Alice, Alert = "error rate over 1%" },
            new Acknowledge { By = Alice },
            new Classify { By = Alice, Level = 3 },
            new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice },
            new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob },
            new AddActionItem { By = Alice, Action = "check indexes", Owner = "bob", Due = new DateOnly(2025, 12, 1), Priority = "P1" });
        if (phase == IncidentPhase.Cancelled)
            return Reached(story.Then(Samples["CancelIncident"]), phase);
        if (phase >= IncidentPhase.Mitigation)
            story.Then(Samples["BeginMitigation"]);
        if (phase >= IncidentPhase.Resolution)
            story.Then(Samples["DeclareMitigated"]);
        if (phase >= IncidentPhase.Recovery)
            story.Then(Samples["ResolveIncident"], Samples["EndWatch"]);
        if (phase >= IncidentPhase.Closed)
            story.Then(Samples["CloseIncident"]);
        return Reached(story, phase);
    }

    private static Story Reached(Story story, IncidentPhase phase)
    {
        Assert.Equal(phase, story.Incident.Phase);
        return story;
    }

    private static void AssertMoves(Incident before, Decision decision, IncidentPhase to)
    {
        Assert.True(decision.IsAccepted, decision.ToString());
        Assert.Equal(to, decision.Incident!.Phase);
        Assert.Equal(to, Assert.Single(decision.Events, e => e.MovedTo is not null).MovedTo);
        Assert.DoesNotContain(decision.Events, e => e.Kept);
        Assert.NotEqual(before.Phase, to);
    }

    private static void AssertStays(Incident before, Decision decision, bool kept)
    {
        Assert.True(decision.IsAccepted, decision.ToString());
        Assert.Equal(before.Phase, decision.Incident!.Phase);
        Assert.NotEmpty(decision.Events);
        Assert.All(decision.Events, e => Assert.Null(e.MovedTo));
        Assert.All(
            decision.Events.Where(e => !e.Implied && e is not (DeviationRecorded or RoleAssigned { How: RoleChange.Taken })),
            e => Assert.Equal(kept, e.Kept));
    }

    private static void AssertRefused(Incident before, Decision decision, string rule = "IK2001")
    {
        Assert.True(decision.IsRefused);
        Assert.Contains(decision.Violations, v => v.Rule == rule);
        Assert.Empty(decision.Events);
        Assert.Same(before, decision.Incident);
    }

    private static List<string[]> Rows()
    {
        var rows = new List<string[]>();
        foreach (var line in Table.Split('\n')[1..].Select(Cut))
        {
            if (line[0].Length == 0 || (rows.Count > 0 && rows[^1][0].EndsWith(',')))
                rows[^1] = [.. rows[^1].Zip(line, (above, below) => $"{above} {below}".Trim())];
            else
                rows.Add(line);
        }

        return rows;
    }

    private static string[] Cut(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
