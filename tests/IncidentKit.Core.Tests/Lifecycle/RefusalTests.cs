using System.Text;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>
/// What each policy says to commands that do not fit, word for word: why not, what to do first and the way there, or what
/// is accepted as a deviation.
/// </summary>
/// <remarks>A person has read it. After a change that is meant, <c>INCIDENTKIT_WRITE_GOLDEN</c> names the folder to rewrite.</remarks>
[Process("P61")]
public sealed class RefusalTests
{
    private static readonly SystemActor Bot = new("bot");
    private static readonly IncidentId Other = new(new Guid("018f0000-0000-7000-8000-000000000009"));
    private static readonly When Late = When.At(Start.AddSeconds(30));

    [Theory]
    [InlineData("default")]
    [InlineData("strict")]
    public void Decide_CommandsThatDoNotFit_SaysWhatTheBookSays(string policy)
    {
        var told = Tell(policy == "strict" ? IncidentPolicy.Strict : IncidentPolicy.Default);
        if (Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_GOLDEN") is { } folder)
            File.WriteAllText(Path.Combine(folder, $"refusals-{policy}.txt"), told);

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", $"refusals-{policy}.txt")), told);
    }

    // The facts of each state are entered in retrospect or under the default policy, so that every policy meets the same incident.
    private static Dictionary<string, Story> States()
    {
        var lead = new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob };
        var writer = new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol };
        var commander = new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice };
        var posted = new PostUpdate
        {
            By = Carol,
            Audience = UpdateAudience.Public,
            Text = "We are investigating.",
            Status = PublicStatus.Investigating,
        };
        IncidentCommand[] ended = [new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice }];
        return new(StringComparer.Ordinal)
        {
            ["nothing but an alert"] = new(IncidentPolicy.Default, Bot),
            ["somebody looks, no level"] = new Story(IncidentPolicy.Default, Bot).Then(new Acknowledge { By = Bob }),
            ["three people at SEV-2"] = new Story(IncidentPolicy.Default)
                .Then(new Classify { By = Alice, Level = 2 }, commander, lead, writer),
            ["a commander alone at SEV-1"] = new Story(IncidentPolicy.Default)
                .Then(new Classify { By = Alice, Level = 1 }, new OpenChannel { By = Alice }, commander),
            ["a lead who writes, no commander"] = new Story(IncidentPolicy.Default, Bot)
                .Then(new Classify { By = Bot, Level = 2 }, lead with { By = Bob }, writer with { By = Bob, To = Bob }),
            ["at work at SEV-3"] = new Story(IncidentPolicy.Default).Then(
                new Classify { By = Alice, Level = 3 },
                new BeginMitigation { By = Alice },
                posted with { By = Alice },
                new AttachAlert { By = Bot, Key = "cart-5xx" },
                new SetTemporaryAlert { By = Alice, Alert = "latency" },
                new AddActionItem { By = Alice, Action = "check indexes" },
                new StateImpact { By = Alice, Kind = ImpactKind.Outage, From = When.At(Start) }),
            ["twice at work at SEV-4"] = new Story(IncidentPolicy.Default).Then(
                new Classify { By = Alice, Level = 4 },
                new BeginMitigation { By = Alice },
                new BeginMitigation { By = Alice },
                new AddActionItem { By = Alice, Action = "a", Owner = "bob", Priority = "P1" },
                new AddActionItem { By = Alice, Action = "b", Due = new DateOnly(2025, 12, 1) },
                new SetTemporaryAlert { By = Alice, Alert = "latency" },
                new SetTemporaryAlert { By = Alice, Alert = "errors" },
                new StateImpact { By = Alice, Kind = ImpactKind.Outage, From = When.At(Start) },
                new StateImpact { By = Alice, Kind = ImpactKind.Degraded, From = When.At(Start) }),
            ["escalated at SEV-2"] = new Story(IncidentPolicy.Default)
                .Then(new Classify { By = Alice, Level = 2 }, commander, lead, writer, new EscalateUnmitigated { By = Alice }),
            ["resolved at SEV-2, page open"] = new Story(IncidentPolicy.Default).Then(
            [
                new Classify { By = Alice, Level = 2 }, commander, lead, writer, posted, .. ended,
                new AddActionItem { By = Alice, Action = "check indexes" }, new SetTemporaryAlert { By = Alice, Alert = "latency" },
            ]),
            ["resolved at SEV-3"] = new Story(IncidentPolicy.Default).Then([new Classify { By = Alice, Level = 3 }, commander, .. ended]),
            ["resolved at SEV-4"] = new Story(IncidentPolicy.Default).Then([new Classify { By = Alice, Level = 4 }, .. ended]),
            ["came back unmitigated"] = new Story(IncidentPolicy.Default)
                .Then([new Classify { By = Alice, Level = 3 }, commander, .. ended, new ReportRecurrence { By = Bob }]),
            ["restricted"] = new Story(IncidentPolicy.Default)
                .Then(new Classify { By = Alice, Level = 1 }, new Restrict { By = Alice, Reason = "data was exposed" }, commander),
            ["closed"] = new Story(IncidentPolicy.Default)
                .Then([new Classify { By = Alice, Level = 4 }, .. ended, new CloseIncident { By = Alice }]),
            ["cancelled"] = new Story(IncidentPolicy.Default)
                .Then(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" }),
            ["in retrospect"] = new Story(IncidentPolicy.Default, Alice, retrospective: true)
                .Then(new Classify { By = Alice, Level = 2 }, new MarkUnknown { By = Alice, Facts = [UnknownFacts.Mitigated] }),
        };
    }

    private static (string Name, IncidentCommand Command)[] Commands(DateTimeOffset now) =>
    [
        ("declare again", new DeclareIncident { By = Alice, Title = "a", Service = "b" }),
        ("acknowledge by a program", new Acknowledge { By = Bot }),
        ("acknowledge", new Acknowledge { By = Bob }),
        ("classify 0", new Classify { By = Alice, Level = 0 }), ("classify 5", new Classify { By = Alice, Level = 5 }),
        ("classify 1", new Classify { By = Alice, Level = 1 }), ("classify 4", new Classify { By = Alice, Level = 4 }),
        ("lower to 0", new LowerSeverity { By = Alice, Level = 0, Reason = "r" }),
        ("lower to 1", new LowerSeverity { By = Alice, Level = 1, Reason = "r" }),
        ("lower to 2", new LowerSeverity { By = Alice, Level = 2, Reason = "r" }),
        ("lower to 4", new LowerSeverity { By = Alice, Level = 4, Reason = "r" }),
        ("lower to 4 by bob", new LowerSeverity { By = Bob, Level = 4, Reason = "r" }),
        ("lower to 4 by a program", new LowerSeverity { By = Bot, Level = 4, Reason = "r" }),
        ("review 9", new ReviewSeverity { By = Alice, Level = 9, Reason = "r" }),
        ("review 1", new ReviewSeverity { By = Alice, Level = 1, Reason = "r" }),
        ("open a channel", new OpenChannel { By = Alice }), ("open \"In c\"", new OpenChannel { By = Alice, Name = "In c" }),
        ("open \"日\"", new OpenChannel { By = Alice, Name = "日" }),
        ("join nobody", new Join { By = Bot }),
        ("assign command to nobody", new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = null }),
        ("assign command to bob", new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob }),
        ("assign command to carol by a program", new AssignRole { By = Bot, Role = IncidentRole.IncidentCommander, To = Carol }),
        ("assign lead to alice", new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Alice }),
        ("assign updates to alice", new AssignRole { By = Bob, Role = IncidentRole.CommunicationsLead, To = Alice }),
        ("assign updates to bob", new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Bob }),
        ("hand command to nobody", new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = null! }),
        ("hand command to bob", new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob }),
        (
            "hand command to carol with a note",
            new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Carol, Note = "all is known" }),
        ("hand lead to alice", new HandOffRole { By = Bob, Role = IncidentRole.TechnicalLead, To = Alice }),
        ("hand updates on", new HandOffRole { By = Carol, Role = IncidentRole.CommunicationsLead, To = Bob }),
        ("hand lead on by a stranger", new HandOffRole { By = Carol, Role = IncidentRole.TechnicalLead, To = Carol }),
        ("take command as a program", new TakeCommand { By = Bot, Reason = "r" }),
        ("take command without a reason", new TakeCommand { By = Bob, Reason = "" }),
        ("give up command", new GiveUpRole { By = Alice, Role = IncidentRole.IncidentCommander }),
        ("give up command by bob", new GiveUpRole { By = Bob, Role = IncidentRole.IncidentCommander }),
        ("give up lead by alice", new GiveUpRole { By = Alice, Role = IncidentRole.TechnicalLead }),
        ("give up lead by bob", new GiveUpRole { By = Bob, Role = IncidentRole.TechnicalLead }),
        ("give up updates by bob", new GiveUpRole { By = Bob, Role = IncidentRole.CommunicationsLead }),
        ("give up lead by a program", new GiveUpRole { By = Bot, Role = IncidentRole.TechnicalLead }),
        ("begin mitigation", new BeginMitigation { By = Alice }),
        ("begin mitigation by bob", new BeginMitigation { By = Bob, Kind = MitigationKind.Rollback }),
        ("begin mitigation that bob decided", new BeginMitigation { By = Alice, DecidedBy = Bob }),
        ("begin mitigation by a program", new BeginMitigation { By = Bot }),
        ("record attempt 0", new RecordMitigation { Outcome = MitigationOutcome.Worked, By = Alice, Attempt = 0 }),
        ("record attempt 2", new RecordMitigation { Outcome = MitigationOutcome.Worked, By = Alice, Attempt = 2 }),
        ("record attempt 3", new RecordMitigation { Outcome = MitigationOutcome.Worked, By = Alice, Attempt = 3 }),
        ("record an attempt that ends before it began", new RecordMitigation
        {
            Outcome = MitigationOutcome.Worked,
            By = Alice,
            When = When.At(now.AddMinutes(-2)),
            Began = When.At(now.AddMinutes(-1)),
        }),
        ("record an attempt that ends as it begins", new RecordMitigation
        {
            Outcome = MitigationOutcome.Worked,
            By = Alice,
            When = When.At(now.AddMinutes(-1)),
            Began = When.At(now.AddMinutes(-1)),
        }),
        ("declare mitigated by carol", new DeclareMitigated { By = Carol }),
        ("declare mitigated by a program", new DeclareMitigated { By = Bot }),
        ("identify the cause by carol", new IdentifyCause { By = Carol, Cause = "a migration" }),
        ("escalate by carol", new EscalateUnmitigated { By = Carol }),
        ("update by alice", new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "t" }),
        ("update by bob", new PostUpdate { By = Bob, Audience = UpdateAudience.Public, Text = "t" }),
        ("update by a program", new PostUpdate { By = Bot, Audience = UpdateAudience.Internal, Text = "t" }),
        ("update promised for now", new PostUpdate { By = Carol, Audience = UpdateAudience.Public, Text = "t", NextUpdateAt = now }),
        (
            "update promised for a tick later",
            new PostUpdate { By = Carol, Audience = UpdateAudience.Public, Text = "t", NextUpdateAt = now.AddTicks(1) }),
        ("report recovered by carol", new ReportRecovered { By = Carol }), ("report a recurrence", new ReportRecurrence { By = Carol }),
        ("impact share 1.5", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 1.5 }),
        ("impact share -0.1", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = -0.1 }),
        ("impact share NaN", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = double.NaN }),
        ("impact share 1", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 1 }),
        (
            "impact that ends before it begins",
            new StateImpact { By = Alice, Kind = ImpactKind.Outage, From = When.At(now), To = When.At(now.AddTicks(-1)) }),
        ("impact of no length", new StateImpact { By = Alice, Kind = ImpactKind.Outage, From = When.At(now), To = When.At(now) }),
        ("impact instead of 0", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Replaces = 0 }),
        ("impact instead of the declaration", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Replaces = 1 }),
        ("impact instead of 99", new StateImpact { By = Alice, Kind = ImpactKind.Outage, Replaces = 99 }),
        ("note 5 minutes ahead", new AddNote { By = Alice, Text = "t", When = When.At(now.AddMinutes(5)) }),
        ("note 5 minutes and a tick ahead", new AddNote { By = Alice, Text = "t", When = When.At(now.AddMinutes(5).AddTicks(1)) }),
        ("note of before", new AddNote { By = Alice, Text = "t", When = When.At(Start.AddDays(-1)) }),
        (
            "impact ahead",
            new StateImpact { By = Alice, Kind = ImpactKind.Outage, From = When.At(now.AddHours(1)), To = When.At(now.AddHours(2)) }),
        ("description ahead", new DescribeImpact { By = Alice, Started = When.At(now.AddHours(1)) }),
        ("attempt ahead", new RecordMitigation
        {
            Outcome = MitigationOutcome.Worked,
            By = Alice,
            Began = When.At(now.AddHours(1)),
            When = When.At(now.AddHours(1)),
        }),
        ("correction ahead", new CorrectTime { By = Alice, Of = 1, To = When.At(now.AddHours(1)), Reason = "r" }),
        ("correct event 0", new CorrectTime { By = Alice, Of = 0, To = Late, Reason = "r" }),
        ("correct event 99", new CorrectTime { By = Alice, Of = 99, To = Late, Reason = "r" }),
        ("correct to now", new CorrectTime { By = Alice, Of = 1, To = When.Now, Reason = "r" }),
        ("redact event 99", new Redact { By = Alice, Of = 99, Reason = "r" }),
        ("mark an unknown fact", new MarkUnknown { By = Alice, Facts = [UnknownFacts.Updates, "weather"] }),
        ("clear an alert that is not there", new ClearAlert { By = Bot, Key = "disk" }),
        ("link to itself", new Link { By = Alice, To = Id }), ("link to nothing", new Link { By = Alice, To = default }),
        ("take over itself", new TakeOverDuplicate { By = Alice, Duplicate = Id }),
        ("take over nothing", new TakeOverDuplicate { By = Alice, Duplicate = default }),
        ("mark as its own duplicate", new MarkDuplicate { By = Alice, Of = Id }),
        ("mark as the duplicate of nothing", new MarkDuplicate { By = Alice, Of = default }),
        ("mark as a duplicate", new MarkDuplicate { By = Alice, Of = Other }),
        ("mark as a duplicate, thread and all", new MarkDuplicate { By = Alice, Of = Other, ThreadGoesOver = true }),
        ("meet an obligation of the library", new MeetObligation { By = Alice, Obligation = ObligationNames.Mitigate }),
        ("meet an obligation of nobody", new MeetObligation { By = Alice, Obligation = "acme.x" }),
        ("waive an obligation of nobody", new WaiveObligation { By = Alice, Obligation = "tea", Reason = "r" }),
        ("waive an obligation", new WaiveObligation { By = Alice, Obligation = ObligationNames.Mitigate, Reason = "r" }),
        ("waive an obligation by bob", new WaiveObligation { By = Bob, Obligation = ObligationNames.Mitigate, Reason = "r" }),
        ("waive a demand of nobody", new WaiveDemand { By = Alice, Rule = "IK9999", Reason = "r" }),
        ("waive the demand of a rule that bends not", new WaiveDemand { By = Alice, Rule = "IK5001", Reason = "r" }),
        ("waive a demand by a program", new WaiveDemand { By = Bot, Rule = "IK5006", Reason = "r" }),
        ("waive a demand", new WaiveDemand { By = Bob, Rule = "IK5006", Reason = "r" }),
        ("take temporary alert 0 down", new TakeDownTemporaryAlert { By = Alice, Number = 0 }),
        ("take temporary alert 3 down", new TakeDownTemporaryAlert { By = Alice, Number = 3 }),
        ("complete item 0", new CompleteActionItem { By = Alice, Number = 0 }),
        ("amend item 3", new AmendActionItem { By = Alice, Number = 3, Owner = "bob" }),
        ("resolve", new ResolveIncident { By = Alice }), ("resolve by carol", new ResolveIncident { By = Carol }),
        ("resolve at an unknown time", new ResolveIncident { By = Alice, When = When.Unknown }),
        ("fix the post-mortem", new FixPostMortem { By = Alice }), ("hold the post-mortem", new HoldPostMortem { By = Alice }),
        ("publish the post-mortem", new PublishPostMortem { By = Alice }), ("end the watch", new EndWatch { By = Alice, Reason = "r" }),
        ("restrict", new Restrict { By = Alice }), ("lift the restriction", new LiftRestriction { By = Alice, Reason = "r" }),
        ("lift the restriction by a program", new LiftRestriction { By = Bot, Reason = "r" }),
        ("cancel", new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "r" }),
        ("cancel as a duplicate", new CancelIncident { By = Alice, Because = CancellationReason.Duplicate, Reason = "r" }),
        ("cancel by bob", new CancelIncident { By = Bob, Because = CancellationReason.FalseAlarm, Reason = "r" }),
        ("close", new CloseIncident { By = Alice }),
        ("close in four hours", new CloseIncident { By = Alice, When = When.At(now.AddHours(4)) }),
        ("reopen, it came back", new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "r" }),
        ("reopen for the record", new ReopenIncident { By = Bob, Because = ReopenReason.RecordIncomplete, Reason = "r" }),
        ("late note", new AddNote { By = Bob, Text = "t", When = Late }),
        ("late mitigation", new RecordMitigation { Outcome = MitigationOutcome.Worked, By = Bob, When = Late }),
        ("engage a vendor", new EngageVendor { By = Carol, Vendor = "v" }),
    ];

    private static string Tell(IncidentPolicy policy)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var text = new StringBuilder();
        HashSet<string> told = [];
        foreach (var (state, story) in States())
        {
            text.Append("# ").Append(state).Append('\n');
            var now = Start.AddMinutes(30);
            foreach (var (name, command) in Commands(now))
            {
                var decision = lifecycle.Decide(story.Incident, command, now);
                var answer = decision.IsRefused
                    ? string.Concat(decision.Violations.Select(v => $"    {v}{(v.Field is { } field ? $" [{field}]" : "")}\n"))
                        + $"    > {lifecycle.WayTo(story.Incident, command, now).ToString().ReplaceLineEndings("\n    > ")}\n"
                    : string.Concat(decision.Deviations.Select(d => $"    deviates: {d.Rule} {d.Message}\n"));
                // Each answer once: what is said of another command in another state is the same.
                if (answer.Length > 0 && told.Add(answer))
                    text.Append(name).Append('\n').Append(answer);
            }
        }

        return text.ToString();
    }
}
