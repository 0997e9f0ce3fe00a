
namespace IncidentKit.Tests.Obligations;

/// <summary>The ledger of incidents that are under way: one command a minute from 14:23.</summary>
public sealed class LiveLedgerTests
{
    private static readonly SystemActor Monitor = new("monitor");

    [Fact]
    [Process("P08")]
    public void At_AcknowledgedWithoutRoles_CommandIsDueTwoMinutesLater()
    {
        var story = new Story(IncidentPolicy.Default, Monitor).Then(new Acknowledge { By = Story.Alice });

        var row = Row(story, ObligationNames.AssignCommander, 10);

        Assert.Equal((Minute(1), Minute(3), ObligationStatus.Missed), (row.Since, row.DueAt, row.Status));
    }

    [Fact]
    [Process("P02")]
    public void At_LevelNotSet_CountsAsSev2ButAsksForNoThreePeople()
    {
        var story = new Story(IncidentPolicy.Default, Monitor).Then(new Acknowledge { By = Story.Alice });

        Assert.Equal(ObligationStatus.Pending, Row(story, ObligationNames.Mitigate, 2).Status);
        Assert.Equal(ObligationStatus.NotRequired, Row(story, ObligationNames.StaffRoles, 2).Status);
        Assert.Equal(ObligationStatus.NotRequired, Row(story, ObligationNames.FixPostMortem, 2).Status);
    }

    [Fact]
    [Process("P05")]
    public void At_RaisedLate_DueItsSpanAfterTheRaiseAndNotInThePast()
    {
        var story = new Story(IncidentPolicy.Default, Monitor)
            .Then(new Acknowledge { By = Story.Alice }, new Classify { By = Story.Alice, Level = 3 });
        for (var i = 0; i < 57; i++)
            story.Then(new AddNote { By = Story.Alice, Text = "still looking" });
        story.Then(new Classify { By = Story.Alice, Level = 1 });

        var rows = At(story, 60);

        Assert.Equal(
            (Minute(60), Minute(90)),
            Times(rows.Single(o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending })));
        Assert.Equal((Minute(60), Minute(62)), Times(rows.Single(o => o.Name == ObligationNames.StaffRoles)));
        Assert.DoesNotContain(
            rows,
            o => o.Status == ObligationStatus.Missed && o.Name is ObligationNames.Mitigate or ObligationNames.StaffRoles);
    }

    [Fact]
    [Process("P05")]
    public void At_Lowered_WaivesWhatIsPendingAndLeavesWhatWasMissed()
    {
        var story = new Story(IncidentPolicy.Default, Monitor).Then(
            new Acknowledge { By = Story.Alice }, new Classify { By = Story.Alice, Level = 1 },
            new AddNote { By = Story.Alice, Text = "a" },
            new AddNote { By = Story.Alice, Text = "b" },
            new AddNote { By = Story.Alice, Text = "c" },
            new AssignRole { By = Story.Alice, Role = IncidentRole.IncidentCommander, To = Story.Alice },
            new LowerSeverity { By = Story.Alice, Level = 3, Reason = "one region" });

        Assert.Equal(ObligationStatus.Waived, Row(story, ObligationNames.Mitigate, 120).Status);
        Assert.Equal(ObligationStatus.Missed, Row(story, ObligationNames.StaffRoles, 120).Status);
        Assert.Equal(ObligationStatus.Missed, Row(story, ObligationNames.OpenChannel, 120).Status);
    }

    [Fact]
    [Process("P21")]
    public void At_CustomersFoundUnaffected_FirstPublicUpdateIsWaived()
    {
        var story = new Story(IncidentPolicy.Default, Monitor)
            .Then(new Acknowledge { By = Story.Alice }, new DescribeImpact { By = Story.Alice, CustomersAffected = false });

        Assert.Equal(ObligationStatus.Waived, Row(story, ObligationNames.FirstPublicUpdate, 5).Status);
    }

    [Fact]
    [Process("P23")]
    public void At_LongPromiseEarly_CountsAsThirtyMinutes()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new PostUpdate { By = Story.Alice, Audience = UpdateAudience.Public, Text = "Looking.", NextUpdateAt = Minute(300) },
            new PostUpdate { By = Story.Alice, Audience = UpdateAudience.Public, Text = "Looking.", NextUpdateAt = Minute(20) });

        var due = At(story, 3).Where(o => o.Name == ObligationNames.PublicUpdate).Select(o => o.DueAt);

        Assert.Equal([Minute(20), Minute(31)], due);
    }

    [Fact]
    [Process("P26")]
    public void At_Recurrence_AsksForMitigationAndFirstUpdateAnew()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new BeginMitigation { By = Story.Alice },
            new DeclareMitigated { By = Story.Alice },
            new ResolveIncident { By = Story.Alice },
            new ReportRecurrence { By = Story.Bob });

        var rows = At(story, 5);

        Assert.Equal(IncidentPhase.Mitigation, story.Incident.Phase);
        Assert.Contains(
            rows,
            o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending } && Times(o) == (Minute(4), Minute(34)));
        Assert.Contains(
            rows,
            o => o is { Name: ObligationNames.FirstPublicUpdate, Status: ObligationStatus.Pending } && Times(o) == (Minute(4), Minute(14)));
    }

    [Fact]
    [Process("P27")]
    public void At_ResolvedOnAFriday_PostMortemFollowsTheBusinessDays()
    {
        // 2025-11-21 is a Friday: 48 hours later is a Sunday.
        var friday = new DateTimeOffset(2025, 11, 21, 12, 0, 0, TimeSpan.Zero);
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var incident = lifecycle.Declare(
            Story.Id,
            new DeclareIncident { By = Story.Alice, Title = "T", Service = "S", Level = 1 },
            friday).Incident!;
        foreach (var command in new IncidentCommand[]
        {
            new BeginMitigation { By = Story.Alice },
            new DeclareMitigated { By = Story.Alice },
            new ResolveIncident { By = Story.Alice },
        })
        {
            incident = lifecycle.Decide(incident, command, friday).Incident!;
        }

        var due = new ObligationLedger(IncidentPolicy.Default)
            .At(incident, friday)
            .Where(o => o.Name.EndsWith("PostMortem", StringComparison.Ordinal))
            .ToDictionary(o => o.Name, o => o.DueAt);

        Assert.Equal(friday.AddHours(48), due[ObligationNames.FixPostMortem]);
        Assert.Equal(new DateTimeOffset(2025, 11, 24, 17, 0, 0, TimeSpan.Zero), due[ObligationNames.HoldPostMortem]);
        Assert.Equal(new DateTimeOffset(2025, 11, 28, 17, 0, 0, TimeSpan.Zero), due[ObligationNames.PublishPostMortem]);
    }

    [Fact]
    [Process("P16")]
    public void At_Cancelled_WaivesEverythingPending()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new CancelIncident { By = Story.Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" });

        Assert.DoesNotContain(At(story, 2), o => o.Status == ObligationStatus.Pending);
        Assert.Contains(At(story, 2), o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Waived });
    }

    [Fact]
    [Process("P14")]
    public void Decide_MitigatedBySomebodyElse_IsAcceptedAndRecordedAsADeviation()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new BeginMitigation { By = Story.Alice }, new DeclareMitigated { By = Story.Bob });

        Assert.Equal(IncidentPhase.Resolution, story.Incident.Phase);
        Assert.Equal("IK4002", Assert.Single(story.Last.Deviations).Rule);
    }

    [Fact]
    [Process("P20")]
    public void Decide_SecondAttemptWhileOneRuns_IsAcceptedWithBothNames()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new BeginMitigation { By = Story.Alice }, new BeginMitigation { By = Story.Bob, DecidedBy = Story.Alice });

        var deviation = Assert.Single(story.Last.Deviations, d => d.Rule == "IK2005");
        Assert.Contains("Alice Adams", deviation.Message, StringComparison.Ordinal);
        Assert.Contains("Bob Brown", deviation.Message, StringComparison.Ordinal);
        Assert.Equal(2, story.Incident.Attempts.Count);
    }

    [Fact]
    [Process("P20")]
    public void Decide_MitigatedWhileAttemptsRun_TheLastOneWorkedAndNoneIsLeftRunning()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new BeginMitigation { By = Story.Alice }, new BeginMitigation { By = Story.Alice }, new DeclareMitigated { By = Story.Alice },
            new ReportRecurrence { By = Story.Alice }, new BeginMitigation { By = Story.Alice });

        Assert.DoesNotContain(story.Last.Deviations, d => d.Rule == "IK2005");
        Assert.Equal([MitigationOutcome.Unknown, MitigationOutcome.Worked, null], story.Incident.Attempts.Select(a => a.Outcome));

        story.Then(new ReportRecovered { By = Story.Alice });
        Assert.Equal(MitigationOutcome.Unknown, story.Incident.Attempts[^1].Outcome);
    }

    [Fact]
    [Process("P22")]
    public void Decide_EscalatedUnmitigated_GoesToResolutionAndCannotBeResolvedBeforeItIsMitigated()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new BeginMitigation { By = Story.Alice }, new EscalateUnmitigated { By = Story.Bob, Statement = "vendor called" });

        Assert.Equal((IncidentPhase.Resolution, 1), (story.Incident.Phase, story.Incident.Escalations));
        Assert.Equal("IK5001", Assert.Single(story.Try(new ResolveIncident { By = Story.Alice }).Violations).Rule);
        Assert.True(story.Then(new DeclareMitigated { By = Story.Alice, How = MitigatedBy.Vendor })
            .Try(new ResolveIncident { By = Story.Alice }).IsAccepted);
    }

    [Fact]
    [Process("P25")]
    public void Decide_ClosingWhileWatched_IsRefusedUntilTheWatchEndsByItself()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new Classify { By = Story.Alice, Level = 3 },
            new BeginMitigation { By = Story.Alice },
            new DeclareMitigated { By = Story.Alice },
            new ResolveIncident { By = Story.Alice });
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var close = new CloseIncident { By = Story.Alice };

        Assert.Equal("IK5006", Assert.Single(lifecycle.Decide(story.Incident, close, story.Now.AddHours(4).AddTicks(-1)).Violations).Rule);
        Assert.True(lifecycle.Decide(story.Incident, close, story.Now.AddHours(4)).IsAccepted);
    }

    [Fact]
    [Process("P25")]
    public void Decide_TemporaryAlerts_AreNumberedAndTakenDownOneByOne()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new SetTemporaryAlert { By = Story.Alice, Alert = "error rate over 0.5%" },
            new SetTemporaryAlert { By = Story.Alice, Alert = "latency over 1 s" },
            new TakeDownTemporaryAlert { By = Story.Bob, Number = 1 });

        Assert.Equal(
            [(1, "error rate over 0.5%", true), (2, "latency over 1 s", false)],
            story.Incident.TemporaryAlerts.Select(a => (a.Number, a.Alert, a.IsTakenDown)));
        Assert.Equal("IK1007", Assert.Single(story.Try(new TakeDownTemporaryAlert { By = Story.Bob, Number = 3 }).Violations).Rule);
    }

    [Fact]
    [Process("P24")]
    public void Decide_Redact_ReplacesTheTextAndKeepsTheFact()
    {
        var story = new Story(IncidentPolicy.Default).Then(new AddNote { By = Story.Alice, Text = "password is hunter2" });
        var note = story.Incident.Version;

        story.Then(new Redact { By = Story.Bob, Of = note, Reason = "a secret" });

        Assert.Equal(Incident.RedactedText, Assert.IsType<NoteAdded>(story.Incident.History[(int)note - 1]).Text);
        Assert.DoesNotContain(story.Incident.History, e => e.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    [Process("P24")]
    public void Decide_RedactTheReasonOfARedaction_ReplacesItToo()
    {
        var story = new Story(IncidentPolicy.Default).Then(new AddNote { By = Story.Alice, Text = "a" });
        story.Then(new Redact { By = Story.Bob, Of = story.Incident.Version, Reason = "it said hunter2" });

        story.Then(new Redact { By = Story.Bob, Of = story.Incident.Version, Reason = "a secret" });

        Assert.DoesNotContain(story.Incident.History, e => e.ToString().Contains("hunter2", StringComparison.Ordinal));
    }

    [Fact]
    [Process("P24")]
    public void Decide_RedactAFactThatIsRepeated_ReplacesTheCopiesToo()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new AddActionItem { By = Story.Alice, Action = "call hunter2", Owner = "bob" },
            new AmendActionItem { By = Story.Alice, Number = 1, Priority = "P1" },
            new CancelIncident { By = Story.Alice, Because = CancellationReason.BecameTicket, Reason = "a test", Ticket = "hunter2" },
            new ReopenIncident { By = Story.Alice, Because = ReopenReason.CameBack, Reason = "hunter2 again" });
        foreach (var of in story.Incident.History.Where(e => e is ActionItemStated or IncidentCancelled or IncidentReopened)
            .Select(e => e.Sequence)
            .ToList())
        {
            story.Then(new Redact { By = Story.Bob, Of = of, Reason = "a secret" });
        }

        Assert.DoesNotContain(story.Incident.History, e => e.ToString().Contains("hunter2", StringComparison.Ordinal));
        Assert.Equal(
            (Incident.RedactedText, Incident.RedactedText),
            (story.Incident.ActionItems[0].Action, story.Incident.ActionItems[0].Priority));
    }

    [Fact]
    [Process("P24")]
    public void Decide_RedactTheDeclaration_TakesTitleAndLabelsAndKeepsTheService()
    {
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var incident = lifecycle.Declare(
            Story.Id,
            new DeclareIncident { By = Story.Alice, Title = "hunter2 fails", Service = "checkout", Labels = ["key:hunter2"] },
            Story.Start).Incident!;

        incident = lifecycle.Decide(incident, new Redact { By = Story.Alice, Of = 1, Reason = "a secret" }, Story.Start).Incident!;

        Assert.Equal(
            (Incident.RedactedText, "checkout", Incident.RedactedText),
            (incident.Title, incident.Service, Assert.Single(incident.Labels)));
    }

    [Fact]
    [Process("P27")]
    public void At_RecurredThenCancelled_TheFirstPostMortemStaysNotRequired()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new Classify { By = Story.Alice, Level = 2 },
            new DeclareMitigated { By = Story.Alice },
            new ResolveIncident { By = Story.Alice },
            new ReportRecurrence { By = Story.Alice },
            new CancelIncident { By = Story.Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" });

        Assert.Equal(ObligationStatus.NotRequired, Row(story, ObligationNames.FixPostMortem, 10).Status);
    }

    [Fact]
    [Process("P24")]
    public void Decide_CorrectTime_RestatesTheObligation()
    {
        var story = new Story(IncidentPolicy.Default, Monitor)
            .Then(new AddNote { By = Story.Alice, Text = "a" }, new OpenChannel { By = Story.Alice, Name = "inc" });
        var opened = story.Incident.History.OfType<ChannelOpened>().Single().Sequence;

        story.Then(new CorrectTime { By = Story.Alice, Of = opened, To = When.At(Minute(1)), Reason = "it was open before" });

        Assert.Equal(Minute(1), Row(story, ObligationNames.OpenChannel, 10).MetAt);
    }

    private static DateTimeOffset Minute(int minute) => Story.Start.AddMinutes(minute);

    private static (DateTimeOffset? Since, DateTimeOffset? DueAt) Times(Obligation o) => (o.Since, o.DueAt);

    private static IReadOnlyList<Obligation> At(Story story, int minute) =>
        new ObligationLedger(IncidentPolicy.Default).At(story.Incident, Minute(minute));

    private static Obligation Row(Story story, string name, int minute) => At(story, minute).Single(o => o.Name == name);
}
