namespace IncidentKit.Templates.Tests;

public sealed class PostMortemTests
{
    private static readonly PostMortems Documents = new(Incidents.Policies);

    [Fact]
    [Process("P51")]
    public void Check_EmptyDocument_NamesEveryMissingPart()
    {
        var gaps = PostMortems.Check(new PostMortem { Title = "T", Service = "S", Severity = "SEV-1" });

        Assert.Equal(
            [
                "date", "duration", "what happened", "who was affected", "how it was resolved",
                "timeline", "root cause", "what went well", "what went poorly", "action items",
            ],
            gaps.Select(gap => gap.Part));
    }

    [Fact]
    [Process("P51")]
    public void Check_ActionItemsWithoutOwnerDueOrPriority_NamesThem()
    {
        var draft = Documents.Draft(Incidents.WorkedExample) with
        {
            ActionItems = [new ActionItem { Number = 1, Action = "a", Owner = "alice" }, new ActionItem { Number = 2, Action = "b" }],
        };

        Assert.Equal(
            ["an owner for 1 action item", "a due date and a priority for each action item"],
            PostMortems.Check(draft).Select(gap => gap.Message));
    }

    [Fact]
    [Process("P51")]
    public void Draft_WorkedExample_IsComplete() => Assert.Empty(PostMortems.Check(Documents.Draft(Incidents.WorkedExample)));

    [Fact]
    [Process("P52")]
    public void Draft_WorkedExample_ProposesFiguresAndTargets()
    {
        var draft = Documents.Draft(Incidents.WorkedExample, instant: Incidents.T0.AddHours(2));

        Assert.Equal(
        [
            "Detection: detected 2 minutes after the start of impact (target: 5 minutes).",
            "Response: acknowledged 2 minutes after detection (target: "
                + "30 minutes); level set 3 minutes after detection (target: 5 minutes); "
                + "channel open 2 minutes after detection (target: 5 minutes).",
            "Communication: 2 of 2 updates for stakeholders in time; 1 of 1 further public update in time.",
        ],
        draft.WentWell.Select(point => $"{point.Topic}: {point.Text}"));
        Assert.Equal(
        [
            "Staffing: commander in place 5 minutes after acknowledgement (target: 2 minutes, 3 minutes late); "
                + "three people in the three roles 6 minutes after the level was set (target: 2 minutes, 4 minutes late); "
                + "two people held the three roles for 2 minutes.",
            "Mitigation: mitigated 32 minutes after detection (target: 30 minutes, 2 minutes late).",
            "Communication: first public update 23 minutes after acknowledgement (target: 10 minutes, 13 minutes late).",
        ],
        draft.WentPoorly.Select(point => $"{point.Topic}: {point.Text}"));
    }

    [Theory]
    [Process("P16")]
    [InlineData(0, true, "detected at once (target: 5 minutes).")]
    [InlineData(5, true, "detected 5 minutes after the start of impact (target: 5 minutes).")]
    [InlineData(45, false, "detected 45 minutes after the start of impact (target: 5 minutes, 40 minutes late).")]
    public void Draft_DetectedAfterSomeMinutes_ProposesItBesideTheTarget(int minutes, bool isWell, string expected)
    {
        var incident = new IncidentLifecycle(IncidentPolicy.Default).Declare(
            new IncidentId(new Guid("018f0000-0000-7000-8000-000000000003")),
            new DeclareIncident
            {
                By = new SystemActor("monitor"),
                Title = "Checkout fails",
                Service = "Checkout",
                Started = When.At(Incidents.T0.AddMinutes(-minutes)),
            },
            Incidents.T0).Incident!;

        var draft = Documents.Draft(incident, instant: Incidents.T0);

        Assert.Equal(expected, (isWell ? draft.WentWell : draft.WentPoorly).Single(point => point.Topic == "Detection").Text);
        Assert.DoesNotContain(isWell ? draft.WentPoorly : draft.WentWell, point => point.Topic == "Detection");
    }

    [Fact]
    [Process("P52")]
    [Process("P14")]
    public void Draft_AuthorityDeviations_AreNotProposed()
    {
        var incident = Incidents.Told(
        [
            (1, new Acknowledge { By = Incidents.Alice }), (1, new Classify { By = Incidents.Alice, Level = 1 }),
            (2, new OpenChannel { By = Incidents.Alice }),
            (2, new TakeCommand { By = Incidents.Alice, Reason = "on call" }),
            (3, new BeginMitigation { By = Incidents.Bob, Kind = MitigationKind.Rollback }),
        ]);
        Assert.Contains(incident.History.OfType<DeviationRecorded>(), deviation => deviation.Rule == "IK4001");

        var poorly = string.Join(
            '\n',
            Documents.Draft(incident, instant: Incidents.T0.AddMinutes(10)).WentPoorly.Select(point => point.Text));

        Assert.DoesNotContain("IK4001", poorly, StringComparison.Ordinal);
        Assert.Contains("mitigation begun before the roles were filled", poorly, StringComparison.Ordinal);
    }

    [Fact]
    [Process("P52")]
    public void Draft_Proposals_NameNobody()
    {
        var incident = Incidents.Told(
        [
            (1, new Acknowledge { By = Incidents.Alice }), (3, new BeginMitigation { By = Incidents.Alice }),
            (4, new BeginMitigation { By = Incidents.Bob }), (5, new BeginMitigation { By = Incidents.Carol }),
            (9, new Classify { By = Incidents.Alice, Level = 1 }),
            (20, new HandOffRole { By = Incidents.Alice, Role = IncidentRole.IncidentCommander, To = Incidents.Bob }),
            (44, new DeclareMitigated { By = Incidents.Bob }), (50, new ResolveIncident { By = Incidents.Bob }),
        ]);
        var points = Documents.Draft(incident).WentPoorly;

        Assert.Contains(
            points,
            point => point.Text.Contains("two mitigation attempts running at once (2 times)", StringComparison.Ordinal));
        Assert.Contains(points, point => point.Text.Contains("one person held three roles for 41 minutes", StringComparison.Ordinal));
        Assert.All(points, point => Assert.DoesNotMatch("(?i)alice|bob|carol", point.Text));
    }

    [Fact]
    [Process("P52")]
    public void Draft_OpenIncident_IsADraftAllTheSame()
    {
        var draft = Documents.Draft(Incidents.Declared(), instant: Incidents.T0.AddMinutes(3));

        Assert.Null(draft.Duration);
        Assert.Contains("how long it lasted", Documents.Render(draft, PostMortemFormat.Text), StringComparison.Ordinal);
    }

    [Fact]
    [Process("P51")]
    public void Draft_CorrectedAndLateFacts_StandWhereTheyHappened()
    {
        var incident = Incidents.Told(
        [
            (5, new AddNote { By = Incidents.Alice, Text = "seen" }),
            (9, new AddNote { By = Incidents.Alice, Text = "late", When = When.At(Incidents.T0.AddMinutes(1)) }),
            (9, new AddNote { By = Incidents.Alice, Text = "when?", When = When.Unknown }),
        ]);
        var correction = new CorrectTime
        {
            By = Incidents.Alice,
            Of = incident.History.OfType<NoteAdded>().First().Sequence,
            To = When.At(Incidents.T0.AddMinutes(3)),
            Reason = "log",
        };
        incident = new IncidentLifecycle(IncidentPolicy.Default).Decide(incident, correction, Incidents.T0.AddMinutes(10)).Incident!;

        Assert.Equal(
            [("late", 1), ("seen", 3), ("when?", null)],
            Documents.Draft(incident)
                .Timeline.Where(entry => entry.Text is not null)
                .Select(entry => (entry.Text, (int?)(entry.At - Incidents.T0)?.TotalMinutes)));
    }

    [Fact]
    public void Equals_SameContent_IsEqual()
    {
        var draft = Documents.Draft(Incidents.WorkedExample);

        Assert.Equal(draft, Documents.Draft(Incidents.WorkedExample));
        Assert.Equal(draft.GetHashCode(), Documents.Draft(Incidents.WorkedExample).GetHashCode());
        Assert.NotEqual(draft, draft with { RootCause = "another" });
        Assert.NotEqual(draft, draft with { Timeline = [] });
    }
}
