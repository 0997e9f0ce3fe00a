using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Planning;

/// <summary>What a person reads who asks what to do first.</summary>
[Process("P61")]
[Process("P28")]
public sealed class WayToTests
{
    private static readonly IncidentLifecycle Lifecycle = new(IncidentPolicy.Default);
    private static readonly CloseIncident Close = new() { By = Alice };

    [Fact]
    public void WayTo_AcceptedCommand_NeedsNothing() => Assert.Equal(WayKind.Open, Ask(Resolved(4), Close).Kind);

    [Fact]
    public void WayTo_ClosingWhatOwesSomething_DoesItAndWaitsLast()
    {
        var way = Ask(Resolved(2), Close);

        Assert.Equal(
            """
            1. Publish the post-mortem. (By: anyone)
            2. Wait until 2025-11-19T14:26:00Z.
            """,
            way.ToString());
        Assert.Equal(["IK5006", "IK5007"], way.Violations.Select(v => v.Rule));
    }

    [Fact]
    public void WayTo_WithNoTimeToWait_EndsTheWatch() => Assert.Equal(
        """
        1. Publish the post-mortem. (By: anyone)
        2. End the watch early. (By: anyone; Reason: a reason)
        """,
        Ask(Resolved(2), Close, new WayOptions { WaitAtMost = TimeSpan.Zero }).ToString());

    [Theory]
    [InlineData(1, 4000)]
    [InlineData(16, 2)]
    public void WayTo_LimitReachedFirst_IsNotKnown(int steps, int states)
    {
        var story = new Story(IncidentPolicy.Default).Then(new Classify { By = Alice, Level = 2 });

        Assert.Equal(WayKind.Unknown, Ask(story, Close, new WayOptions { MaxSteps = steps, MaxStates = states }).Kind);
    }

    [Fact]
    public void WayTo_WithWaiversCounted_WaivesWhereThatIsShorter()
    {
        var owing = Resolved(4).Then(new AddActionItem { By = Alice, Action = "a" }, new AddActionItem { By = Alice, Action = "b" });

        Assert.Equal(
            "1. Waive the demand of IK5008. (By: anyone; Reason: a reason)",
            Ask(owing, Close, new WayOptions { WaiversCount = true }).ToString());
        Assert.Equal(
            """
            1. Say what action item 1 lacks. (By: anyone; Owner: who does it; Due: a day; Priority: a priority)
            2. Say what action item 2 lacks. (By: anyone; Owner: who does it; Due: a day; Priority: a priority)
            """,
            Ask(owing, Close).ToString());
    }

    [Fact]
    public void WayTo_LoweringByAnother_TakesCommandAsThatPerson() => Assert.Equal(
        "1. Take command. (By: the Technical Lead Bob Brown; Reason: a reason)",
        Ask(Commanded(), new LowerSeverity { By = Bob, Level = 3, Reason = "a" }).ToString());

    [Fact]
    public void WayTo_LoweringByAProgram_IsTheCommanders()
    {
        var way = Ask(Commanded(), new LowerSeverity { By = new SystemActor("bot"), Level = 3, Reason = "a" });

        Assert.Equal("1. Let the commander send it. (By: the commander Alice Adams)", way.ToString());
        Assert.Equal(Alice, Assert.IsType<ChangeStep>(Assert.Single(way.Steps)).Example.By);
    }

    [Fact]
    public void WayTo_SecondRoleForTheCommander_IsAnotherCommander() => Assert.Equal(
        "1. Take command. (By: someone other than Alice Adams; Reason: a reason)",
        Ask(Commanded(), new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Alice }).ToString());

    [Fact]
    public void WayTo_BeginningUnderStrictFromNothing_NamesWhoMustDiffer()
    {
        var story = new Story(IncidentPolicy.Strict);

        var way = new IncidentLifecycle(IncidentPolicy.Strict).WayTo(story.Incident, new BeginMitigation { By = Alice }, story.Now);

        Assert.Equal(
            """
            1. Classify the incident. (By: anyone; Level: one of 2, 1, 3, 4)
            2. Open the channel. (By: anyone)
            3. Assign the role of Incident Commander. (By: anyone; To: Alice Adams)
            4. Assign the role of Technical Lead. (By: anyone; To: someone other than Alice Adams)
            5. Assign the role of Communications Lead. (By: anyone; To: someone other than Alice Adams or the person in 4.To)
            """,
            way.ToString());
    }

    [Fact]
    public void WayTo_HandingCommandOverWithoutANote_AddsOneUnderStrict()
    {
        var story = Commanded(IncidentPolicy.Strict);

        var way = new IncidentLifecycle(IncidentPolicy.Strict)
            .WayTo(story.Incident, new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Carol }, story.Now);

        Assert.Equal("1. Add a state note. (Note: what is known, what is running, and when the next update is due)", way.ToString());
    }

    [Fact]
    public void WayTo_GivingCommandUp_IsNone()
    {
        var way = Ask(Commanded(), new GiveUpRole { By = Alice, Role = IncidentRole.IncidentCommander });

        Assert.Equal(
            (WayKind.None, "There is no way past IK3004. Hand command over, or have somebody take it."),
            (way.Kind, way.ToString()));
    }

    [Fact]
    public void WayTo_DeclaringTwice_IsNone() =>
        Assert.Equal(WayKind.None, Ask(Commanded(), new DeclareIncident { By = Alice, Title = "a", Service = "b" }).Kind);

    [Fact]
    public void WayTo_ClosingWhatIsClosed_IsAlreadySo()
    {
        var way = Ask(Resolved(4).Then(Close), Close);

        Assert.Equal((WayKind.AlreadySo, "Nothing to do: it is closed."), (way.Kind, way.ToString()));
    }

    [Fact]
    public void WayTo_MalformedCommand_SaysWhatToChange()
    {
        var way = Ask(Commanded(), new AddNote { By = Alice, Text = " " });

        Assert.Equal((WayKind.Malformed, "Say it in a few words.", "Text"), (way.Kind, way.ToString(), way.Violations.Single().Field));
    }

    [Fact]
    [Process("P29")]
    public void WayTo_ComingBackTooLate_AsksWhenItCameBack()
    {
        var closed = Resolved(4).Then(Close);
        var way = Lifecycle.WayTo(
            closed.Incident,
            new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "a" },
            closed.Now.AddDays(9));

        Assert.Equal(
            "1. Say when it came back, if that was in time. (When: an instant from 2025-11-18T14:27:00Z until 2025-11-25T14:27:00Z)",
            way.ToString());
    }

    [Fact]
    public void WayTo_PastARuleOfTheHost_IsNotKnown()
    {
        var way = Ask(Resolved(4), Close, Host(
            HostRules.Make("ACME-1", [typeof(CloseIncident)], _ => new RuleBreach("The auditor has not agreed.", "Ask the auditor."))));

        Assert.Equal((WayKind.Unknown, "No way is known past ACME-1. Ask the auditor."), (way.Kind, way.ToString()));
    }

    [Fact]
    public void WayTo_HostsRuleThatSaysWhatHelps_LeadsPastIt()
    {
        var rule = HostRules.Make(
            "ACME-1",
            [typeof(CloseIncident)],
            c => c.Incident.History.OfType<NoteAdded>().Count() < 2 ? new RuleBreach("Two notes are wanted.") : null,
            steps:
                _ => [StepOffer.Give(
                    "Add a note.",
                    v => new AddNote { By = v.Person("By"), Text = v.Text("Text") },
                    StepParameter.Person("By").Except(Alice),
                    StepParameter.Text("Text", "a note"))]);

        Assert.Equal(
            $"1. Add a note. (By: someone other than {Alice.Name}; Text: a note)\n2. Add a note. (By: "
                + $"someone other than {Alice.Name}; Text: a note)",
            Ask(Resolved(4), Close, Host(rule)).ToString());
    }

    [Fact]
    public void WayTo_StepThatIsPossibleOnlyBeforeItIsAskedFor_IsTakenAhead()
    {
        IncidentRule[] rules =
        [
            HostRules.Make(
                "ACME-1",
                [typeof(ResolveIncident)],
                c => c.Incident.Channel is null ? new RuleBreach("No channel.") : null,
                steps: _ =>
                    [StepOffer.Give("Open the channel.", v => new OpenChannel { By = v.Person("By") }, StepParameter.Person("By"))]),
            HostRules.Make(
                "ACME-2",
                [typeof(OpenChannel)],
                c => c.Incident.Phase != IncidentPhase.Detection ? new RuleBreach("Too late.") : null,
                steps: _ => []),
        ];

        var way = Ask(new Story(IncidentPolicy.Default), new ResolveIncident { By = Alice }, Host(rules));

        Assert.Equal([typeof(OpenChannel), typeof(DeclareMitigated)], way.Steps.Cast<CommandStep>().Select(step => step.Example.GetType()));
    }

    [Fact]
    public void WayTo_RuleWhoseStepsThrow_IsNotKnownPastIt()
    {
        var way = Ask(Resolved(4), Close, Host(HostRules.Make(
            "ACME-1",
            [typeof(CloseIncident)],
            _ => new RuleBreach("No."),
            steps: _ => throw new InvalidOperationException("no directory"))));

        Assert.Equal(WayKind.Unknown, way.Kind);
        Assert.IsType<InvalidOperationException>(way.Obstacles.Single().Exception);
    }

    [Fact]
    public void WayTo_PageThatWasPostedAhead_WaitsForIt()
    {
        var story = Resolved(4);
        story.Then(new PostUpdate
        {
            By = Alice,
            Audience = UpdateAudience.Public,
            Text = "a",
            Status = PublicStatus.Investigating,
            When = When.At(story.Now.AddMinutes(5)),
        });

        Assert.Equal(
            "1. Wait until 2025-11-18T14:31:00Z.\n2. Post a public update that it is resolved. (By: anyone; Text: what the update says)",
            Ask(story, Close).ToString());
    }

    [Fact]
    public void ToCommand_ValuesThatKeepNothing_NamesAllOfThem()
    {
        var step = Assert.IsType<CommandStep>(
            Assert.Single(Ask(Commanded(), new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Alice }).Steps));

        var fault = Assert.Throws<StepValuesException>(() => step.ToCommand(StepValues.None.With("1.By", Alice)));

        Assert.Equal(
            "The step cannot be taken: 1.By: Alice Adams was given, and someone other than Alice Adams is expected; "
                + "1.Reason: nothing was given, and a reason is expected.",
            fault.Message);
        Assert.Equal(
            new TakeCommand { By = Bob, Reason = "alice sleeps" },
            step.ToCommand(StepValues.None.With("1.By", Bob).With("1.Reason", "alice sleeps")));
    }

    [Fact]
    public void Steps_EachRuleOfTheLibrary_SaysWhatHelpsUnlessItIsOfForm() =>
        Assert.Empty(
            BuiltInRules.All.Where(rule => rule.Category != ViolationCategory.Validation && rule.Steps is null).Select(rule => rule.Id));

    private static Way Ask(Story story, IncidentCommand command, WayOptions? options = null) =>
        Lifecycle.WayTo(story.Incident, command, story.Now, options ?? WayOptions.Default);

    private static Way Ask(Story story, IncidentCommand command, IncidentPolicy policy) =>
        new IncidentLifecycle(policy).WayTo(story.Incident, command, story.Now);

    private static IncidentPolicy Host(params IncidentRule[] rules) => new() { Name = "acme", Rules = [.. BuiltInRules.All, .. rules] };

    private static Story Resolved(int level) => new Story(IncidentPolicy.Default)
        .Then(new Classify { By = Alice, Level = level }, new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice });

    private static Story Commanded(IncidentPolicy? policy = null) => new Story(policy ?? IncidentPolicy.Default).Then(
        new Classify { By = Alice, Level = 2 },
        new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice },
        new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob });
}
