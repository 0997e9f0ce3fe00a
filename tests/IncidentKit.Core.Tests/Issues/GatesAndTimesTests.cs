using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Issues;

/// <summary>A gate counts from its recording: no time that it names opens a way round what the process demands.</summary>
public sealed class GatesAndTimesTests
{
    private static readonly SystemActor Monitor = new("monitor");
    private static readonly ObligationLedger Ledger = new(IncidentPolicy.Default);
    private static readonly CancelIncident Cancel = new() { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" };
    private static readonly ReopenIncident CameBack = new() { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" };

    [Fact]
    [Process("P28")]
    public void Close_CancelledAndOpenedForItsRecordOnly_IsRefusedAndCanBeRemedied()
    {
        var story = new Story(IncidentPolicy.Default).Then(Cancel, CameBack with { Because = ReopenReason.RecordIncomplete });
        var close = new CloseIncident { By = Alice };

        var violation = Assert.Single(story.Try(close).Violations);
        Assert.Equal(("IK5010", IncidentPhase.Recovery), (violation.Rule, story.Incident.Phase));
        Assert.Equal(
            "IK1007",
            Assert.Single(story.Try(new WaiveDemand { By = Alice, Rule = "IK5010", Reason = "no time" }).Violations).Rule);
        Assert.True(story.Try(Cancel).IsAccepted);
        story.Then(
            new Classify { By = Alice, Level = 4 },
            new ReportRecurrence { By = Alice },
            new DeclareMitigated { By = Alice },
            new ResolveIncident { By = Alice });
        Assert.DoesNotContain(story.Try(close).Violations, v => v.Rule == "IK5010");
    }

    [Theory]
    [Process("P05")]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    public void ReviewSeverity_ThenReopened_TheDemandsFollowTheLevelInForce(int level, int reviewed)
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new Classify { By = Alice, Level = level },
            Cancel,
            new ReviewSeverity { By = Alice, Level = reviewed, Reason = "it was otherwise" });

        Assert.Equal((level, reviewed), (story.Incident.Level!.Value, story.Incident.ReviewedLevel!.Value));
        Assert.Equal(reviewed, IncidentSummary.Of(story.Incident).Level);
        story.Then(CameBack);
        Assert.Equal(level, IncidentPolicy.Default.LevelOf(story.Incident).Rank);
        Assert.Equal(level == 1, Rows(story, 0).Any(o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending }));
    }

    [Fact]
    [Process("P25")]
    [Process("P28")]
    public void Close_AtAnUnknownTime_IsRefusedByForm()
    {
        var story = Resolved(3);

        Assert.Equal("IK1010", Assert.Single(story.Try(new CloseIncident { By = Alice, When = When.Unknown }).Violations).Rule);
        story.Then(new CorrectTime
        {
            By = Alice,
            Of = story.Incident.History.OfType<IncidentResolved>().Single().Sequence,
            To = When.Unknown,
            Reason = "nobody looked",
        });
        Assert.Equal("IK5006", Assert.Single(story.Try(new CloseIncident { By = Alice }).Violations).Rule);
        Assert.Equal(When.Unknown, story.Incident.Times.Resolved);
    }

    [Fact]
    [Process("P29")]
    public void Reopen_EndOfUnknownTime_TheSevenDaysCountFromItsRecording()
    {
        var story = new Story(IncidentPolicy.Default).Then(Cancel);
        story.Then(Correct(story, When.Unknown));

        var decision = new IncidentLifecycle(IncidentPolicy.Default).Decide(story.Incident, CameBack, story.Now.AddDays(8));

        Assert.Equal("IK5004", Assert.Single(decision.Violations).Rule);
    }

    [Theory]
    [Process("P16")]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(4)]
    public void At_EndCorrected_NothingIsPendingStill(int? minutesLater)
    {
        var story = new Story(IncidentPolicy.Default).Then(Cancel);
        story.Then(Correct(story, minutesLater is { } minutes ? When.At(story.Now.AddMinutes(minutes)) : When.Unknown));

        for (var minute = 0; minute < 10; minute++)
            Assert.DoesNotContain(Rows(story, minute), o => o.Status == ObligationStatus.Pending);
    }

    [Fact]
    [Process("P29")]
    public void At_ReopenedWithATimeBeforeTheEnd_AsksForMitigationAndAnUpdate()
    {
        var story = Resolved(1)
            .Then(new EndWatch { By = Alice, Reason = "steady" }, new PublishPostMortem { By = Alice }, new CloseIncident { By = Alice });
        var before = story.Now.AddSeconds(-90);

        story.Then(CameBack with { When = When.At(before) });

        Assert.All(new[] { ObligationNames.Mitigate, ObligationNames.FirstPublicUpdate }, name =>
            Assert.Contains(Rows(story, 0), o => o.Name == name && o.Status == ObligationStatus.Pending && o.Since == before));
    }

    [Fact]
    [Process("P24")]
    [Process("P28")]
    public void At_GatesOfLongAgo_LeaveEveryMiss()
    {
        var gates = new Func<DateTimeOffset, IncidentCommand>[]
        {
            at => new WaiveObligation { By = Alice, Obligation = ObligationNames.OpenChannel, Reason = "no need", When = When.At(at) },
            at => new LowerSeverity { By = Alice, Level = 4, Reason = "one region", When = When.At(at) },
            at => Cancel with { When = When.At(at) },
        };
        foreach (var gate in gates)
        {
            var story = new Story(IncidentPolicy.Default).Then(new Classify { By = Alice, Level = 1 }, new AssignRole
            {
                By = Alice,
                Role = IncidentRole.IncidentCommander,
                To = Alice,
            });
            for (var i = 0; i < 10; i++)
                story.Then(new AddNote { By = Alice, Text = "still looking" });
            Assert.Contains(Rows(story, 0), o => o is { Name: ObligationNames.OpenChannel, Status: ObligationStatus.Missed });

            story.Then(gate(Start.AddMinutes(3)));

            Assert.Contains(Rows(story, 0), o => o is { Name: ObligationNames.OpenChannel, Status: ObligationStatus.Missed });
        }
    }

    [Fact]
    [Process("P05")]
    public void TermsAt_RaisedAtAnEarlierTimeThanTheFirstLevel_IsNotLoweredByIt()
    {
        var story = new Story(IncidentPolicy.Default, Monitor).Then(
            new Acknowledge { By = Alice },
            new AddNote { By = Alice, Text = "a" },
            new Classify { By = Alice, Level = 3 },
            new Classify { By = Alice, Level = 1, When = When.At(Start.AddMinutes(2)) });

        Assert.Equal([3, 1, 1, 1], new[] { 1, 2, 3, 4 }.Select(minute => LevelAt(story, minute) ?? 3));
        Assert.Contains(Rows(story, 0), o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending });
    }

    [Fact]
    [Process("P05")]
    public void TermsAt_LevelOfUnknownTime_CountsFromItsRecording()
    {
        var story = new Story(IncidentPolicy.Default, Monitor)
            .Then(new Acknowledge { By = Alice }, new Classify { By = Alice, Level = 3, When = When.Unknown });

        Assert.Equal((null, 3), (LevelAt(story, 1), LevelAt(story, 2)));
    }

    [Fact]
    [Process("P26")]
    public void At_RecurrenceOfUnknownTime_CountsFromItsRecording()
    {
        var story = Resolved(1).Then(new ReportRecurrence { By = Alice, When = When.Unknown });

        Assert.Contains(
            Rows(story, 0),
            o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending } && o.Since == story.Now);
    }

    [Fact]
    [Process("P27")]
    [Process("P28")]
    public void Close_AfterARecurrence_WantsAnotherPostMortemAndNewWaivers()
    {
        var story = Resolved(1).Then(
            new FixPostMortem { By = Alice },
            new EndWatch { By = Alice, Reason = "steady" },
            new PublishPostMortem { By = Alice },
            new WaiveDemand { By = Alice, Rule = "IK5007", Reason = "small" },
            new ReportRecurrence { By = Alice }, new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice });

        Assert.Equal(["IK5006", "IK5007"], story.Try(new CloseIncident { By = Alice }).Violations.Select(v => v.Rule));
        Assert.Equal(
            [ObligationStatus.Met, ObligationStatus.Pending],
            Rows(story, 0).Where(o => o.Name == ObligationNames.PublishPostMortem).OrderBy(o => o.Since).Select(o => o.Status));
        Assert.Equal(
            [ObligationStatus.Met, ObligationStatus.Pending],
            Rows(story, 0).Where(o => o.Name == ObligationNames.FixPostMortem).OrderBy(o => o.Since).Select(o => o.Status));
    }

    [Fact]
    [Process("P28")]
    public void WaiveDemand_ByAProgram_IsRefused() => Assert.Equal(
        "Let a person send it: By is a Responder.",
        Assert.Single(Resolved(3).Try(new WaiveDemand { By = Monitor, Rule = "IK5006", Reason = "steady" }).Violations).Remedy);

    [Fact]
    [Process("P24")]
    [Process("P29")]
    public void Decide_OnAnEndedIncident_TakesReportsOfAKnownTimeBeforeTheEndOnly()
    {
        var story = new Story(IncidentPolicy.Default).Then(Cancel with { When = When.At(Start.AddMinutes(5)) });
        var update = new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "It was a test." };

        Assert.Equal("IK2001", Assert.Single(story.Try(update with { When = When.Unknown }).Violations).Rule);
        Assert.Equal("IK2001", Assert.Single(story.Try(update with { When = When.At(Start.AddMinutes(3)) }).Violations).Rule);
        Assert.True(story.Try(update with { When = When.At(Start.AddSeconds(30)) }).IsAccepted);
        foreach (var always in new IncidentCommand[]
        {
            new AddNote { By = Alice, Text = "a" },
            new CorrectTime { By = Alice, Of = 1, To = When.Unknown, Reason = "a" },
            new Redact { By = Alice, Of = 1, Reason = "a" },
        })
        {
            Assert.True(story.Try(always with { When = When.Unknown }).IsAccepted, $"{always}");
        }

        Assert.DoesNotContain(Rows(story, 1), o => o.Status == ObligationStatus.Pending);
    }

    [Fact]
    [Process("P25")]
    public void PublicStatus_UpdatesOutOfOrder_IsThatOfTheOneThatWasPostedLast()
    {
        var update = new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "seen" };
        var story = new Story(IncidentPolicy.Default).Then(
            new AddNote { By = Alice, Text = "a" },
            update with { Status = PublicStatus.Monitoring },
            update with { Status = PublicStatus.Identified, When = When.At(Start.AddMinutes(1)) });

        Assert.Equal(PublicStatus.Monitoring, story.Incident.PublicStatus);
        story.Then(new CorrectTime
        {
            By = Alice,
            Of = story.Incident.History.OfType<UpdatePosted>().First().Sequence,
            To = When.At(Start),
            Reason = "typed wrongly",
        });
        Assert.Equal(PublicStatus.Identified, story.Incident.PublicStatus);
    }

    private static Story Resolved(int level) => new Story(IncidentPolicy.Default).Then(
        new Classify { By = Alice, Level = level },
        new BeginMitigation { By = Alice },
        new DeclareMitigated { By = Alice },
        new ResolveIncident { By = Alice });

    private static CorrectTime Correct(Story story, When to) =>
        new() { By = Alice, Of = story.Incident.History.OfType<IncidentCancelled>().Single().Sequence, To = to, Reason = "typed wrongly" };

    private static IReadOnlyList<Obligation> Rows(Story story, int minutesLater) =>
        Ledger.At(story.Incident, story.Now.AddMinutes(minutesLater));

    private static int? LevelAt(Story story, int minute)
    {
        var terms = new LedgerTimeline(IncidentPolicy.Default, story.Incident.Facts, story.Now).TermsAt(Start.AddMinutes(minute));
        return terms.IsProvisional ? null : terms.Level.Rank;
    }
}
