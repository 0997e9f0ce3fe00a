using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Obligations;

/// <summary>Facts that come in odd orders: told late, told twice, of unknown time, or after what they would have changed.</summary>
public sealed class LedgerEdgeTests
{
    private static readonly SystemActor Monitor = new("monitor");
    private readonly IncidentLifecycle _lifecycle = new(IncidentPolicy.Default);
    private Incident _incident = null!;

    [Fact]
    [Process("P23")]
    public void Cadence_LoweredAfterTheNextUpdate_StaysMet()
    {
        Declare(level: 2);
        Give(1, new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "Looking." });
        Give(10, new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "Looking." });
        Give(11, new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice });
        Give(12, new LowerSeverity { By = Alice, Level = 3, Reason = "one region" });
        Give(15, new DeclareMitigated { By = Alice });
        Give(20, new ResolveIncident { By = Alice });

        var rows = Rows(ObligationNames.InternalUpdate, 21);

        Assert.Contains(rows, row => (row.Since, row.MetAt, row.Status) == (Minute(1), Minute(10), ObligationStatus.Met));
        Assert.Contains(rows, row => (row.Since, row.Status) == (Minute(10), ObligationStatus.Waived));
    }

    [Fact]
    [Process("P23")]
    public void Cadence_ResolvedTwice_CountsBetweenTheRecurrenceAndTheSecondResolutionOnly()
    {
        Declare(level: 2);
        Give(2, new DeclareMitigated { By = Alice });
        Give(5, new ResolveIncident { By = Alice });
        Give(6, new ReportRecurrence { By = Alice });
        Give(8, Public("It is back."));
        Give(9, new DeclareMitigated { By = Alice });
        Give(10, new ResolveIncident { By = Alice });
        Give(12, Public("It was this and that."));

        var row = Assert.Single(Rows(ObligationNames.PublicUpdate, 60));

        Assert.Equal((Minute(8), ObligationStatus.NotRequired), (row.Since, row.Status));
    }

    [Fact]
    [Process("P27")]
    public void PostMortem_WantedOnlySinceItCameBack_IsOwedForTheLastResolutionAlone()
    {
        Declare(level: 3);
        Give(2, new DeclareMitigated { By = Alice });
        Give(3, new ResolveIncident { By = Alice });
        Give(5, new ReportRecurrence { By = Alice });
        Assert.Empty(Rows(ObligationNames.FixPostMortem, 6));
        Give(7, new DeclareMitigated { By = Alice });
        Give(9, new ResolveIncident { By = Alice });

        Assert.Equal(
            (Minute(9), ObligationStatus.Pending),
            Assert.Single(Rows(ObligationNames.FixPostMortem, 10).Select(row => (row.Since!.Value, row.Status))));
    }

    [Fact]
    [Process("P27")]
    public void PostMortem_WantedSinceALevelAfterTheResolution_CountsFromThere()
    {
        Declare(level: 4);
        Give(2, new DeclareMitigated { By = Alice });
        Give(3, new ResolveIncident { By = Alice });
        Give(4, new Classify { By = Alice, Level = 1 });

        Assert.Equal(
            (Minute(4), Minute(4).AddHours(48)),
            Rows(ObligationNames.FixPostMortem, 5).Select(row => (row.Since, row.DueAt)).Single());
        Give(6, new ReportRecurrence { By = Alice });
        Assert.Equal(
            (Minute(4), ObligationStatus.NotRequired),
            Rows(ObligationNames.FixPostMortem, 7).Select(row => (row.Since, row.Status)).Single());
    }

    [Fact]
    [Process("P27")]
    public void PostMortem_EnteredInRetrospectWithTwoResolutions_CountsFromTheLast()
    {
        Declare(level: 1, retrospective: true);
        Give(900, new ResolveIncident { By = Alice, When = When.At(Minute(10)) });
        Give(901, new ReportRecurrence { By = Alice, When = When.At(Minute(20)) });
        Give(902, new ResolveIncident { By = Alice, When = When.At(Minute(40)) });

        Assert.Equal(Minute(40), Assert.Single(Rows(ObligationNames.FixPostMortem, 950)).Since);
        Assert.Equal(Minute(10), Assert.Single(Rows(ObligationNames.FixPostMortem, 15)).Since);
    }

    [Fact]
    [Process("P26")]
    public void Recurrence_ToldAfterAnEndThatCameLater_IsOwedAllTheSame()
    {
        Declare(level: 2);
        Give(2, new DeclareMitigated { By = Alice });
        Give(5, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" });
        Give(8, new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "it was none" });
        Give(9, new ReportRecurrence { By = Alice, When = When.At(Minute(4)) });

        Assert.Contains(Rows(ObligationNames.Mitigate, 10), row => (row.Since, row.Status) == (Minute(4), ObligationStatus.Pending));
        var own = IncidentPolicy.Default.Plus(
            [],
            [new("acme.call", ObligationTrigger.EachRecurrence, ObligationDeadline.Within(TimeSpan.FromHours(1)))]);
        Assert.Contains(
            new ObligationLedger(own).At(_incident, Minute(10)),
            row => row.Name == "acme.call" && (row.Since, row.Status) == (Minute(4), ObligationStatus.Pending));
    }

    [Fact]
    [Process("P29")]
    public void Mitigate_CameBackAfterAnEscalationOfUnknownTimeWasRecorded_IsPending()
    {
        Declare(level: 2);
        Give(4, new EscalateUnmitigated { By = Alice, When = When.Unknown });
        Give(27, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" });
        Give(30, new ReopenIncident { By = Bob, Because = ReopenReason.CameBack, Reason = "it is back" });

        Assert.Contains(Rows(ObligationNames.Mitigate, 31), row => (row.Since, row.Status) == (Minute(30), ObligationStatus.Pending));
    }

    [Fact]
    [Process("P29")]
    public void Mitigate_EscalationOfUnknownTimeRecordedAfterItCameBack_IsUnknown()
    {
        Declare(level: 2);
        Give(4, new DeclareMitigated { By = Alice });
        Give(30, new ReportRecurrence { By = Bob, When = When.At(Minute(20)) });
        Give(31, new EscalateUnmitigated { By = Alice, When = When.Unknown });

        Assert.Contains(Rows(ObligationNames.Mitigate, 32), row => (row.Since, row.Status) == (Minute(20), ObligationStatus.Unknown));
    }

    [Fact]
    [Process("P18")]
    public void Acknowledge_WaivedByAPerson_IsMetByThatPerson()
    {
        Declare(level: 1, by: Monitor);
        Give(1, new AssignRole { By = Monitor, Role = IncidentRole.IncidentCommander, To = Alice });
        Give(2, new WaiveObligation { By = Alice, Obligation = ObligationNames.Acknowledge, Reason = "a rehearsal" });

        Assert.Equal(Minute(2), Rows(ObligationNames.Acknowledge, 2).Single().MetAt);
        Assert.Equal(Minute(2), Rows(ObligationNames.AssignCommander, 60).Single().Since);
    }

    [Fact]
    [Process("P08")]
    public void AssignCommander_LevelThatWantsNobody_IsNotRequired()
    {
        var policy = new IncidentPolicy
        {
            Name = "acme", ProvisionalLevel = 1,
            Levels =
            [
                new()
                {
                    Rank = 1,
                    Name = "A",
                    Title = "",
                    Impact = "",
                    Response = ResponseTarget.EndOfNextBusinessDay,
                    StaffWithin = TimeSpan.FromMinutes(2),
                },
                new() { Rank = 2, Name = "B", Title = "", Impact = "", Response = ResponseTarget.EndOfNextBusinessDay },
            ],
        };
        var story = new Story(policy).Then(new Acknowledge { By = Alice });

        Assert.Equal(
            ObligationStatus.NotRequired,
            new ObligationLedger(policy).At(story.Incident, Minute(9)).Single(row => row.Name == ObligationNames.AssignCommander).Status);
    }

    [Fact]
    [Process("P11")]
    public void StaffRoles_OneHeldAtAnUnknownTimeAndAnotherLate_IsMetLateWithoutATime()
    {
        Declare(level: 1, retrospective: true);
        Give(900, new Acknowledge { By = Alice, When = When.At(Minute(1)) });
        Give(901, Assign(IncidentRole.IncidentCommander, Alice, Minute(1)));
        Give(902, Assign(IncidentRole.TechnicalLead, Bob, null));
        Give(903, Assign(IncidentRole.CommunicationsLead, Carol, Minute(10)));

        Assert.Equal(
            (ObligationStatus.MetLate, null),
            Rows(ObligationNames.StaffRoles, 950).Select(row => (row.Status, row.MetAt)).Single());
        Assert.NotEqual(ObligationStatus.MetLate, Rows(ObligationNames.StaffRoles, 9).Single().Status);
    }

    [Theory]
    [InlineData(3, ObligationStatus.Unknown)]
    [InlineData(4, ObligationStatus.MetLate)]
    [Process("P11")]
    public void StaffRoles_OneHeldAtAnUnknownTimeAndAnotherAtTheDeadline_MayBeMet(int minute, ObligationStatus expected)
    {
        Declare(level: 1, retrospective: true);
        Give(900, new Acknowledge { By = Alice, When = When.At(Minute(1)) });
        Give(901, Assign(IncidentRole.IncidentCommander, Alice, Minute(minute)));
        Give(902, Assign(IncidentRole.TechnicalLead, Bob, null));
        Give(903, Assign(IncidentRole.CommunicationsLead, Carol, null));

        Assert.Equal(expected, Rows(ObligationNames.StaffRoles, 950).Single().Status);
    }

    [Fact]
    [Process("P11")]
    public void StaffRoles_SomeChoiceOfThoseAtUnknownTimesWouldBeThree_IsUnknown()
    {
        var dave = new Responder("dave");
        Declare(level: 1, retrospective: true);
        Give(900, new Acknowledge { By = Alice, When = When.At(Minute(1)) });
        Give(901, Assign(IncidentRole.IncidentCommander, Alice, Minute(1)));
        Give(902, Assign(IncidentRole.IncidentCommander, dave, Minute(2)));
        Give(903, Assign(IncidentRole.TechnicalLead, Bob, null));
        Give(904, Assign(IncidentRole.CommunicationsLead, Bob, Minute(2)));
        Assert.Equal(ObligationStatus.Missed, Rows(ObligationNames.StaffRoles, 950).Single().Status);

        Give(905, Assign(IncidentRole.TechnicalLead, dave, null));
        Assert.Equal(ObligationStatus.Unknown, Rows(ObligationNames.StaffRoles, 950).Single().Status);
    }

    [Fact]
    [Process("P11")]
    public void StaffRoles_NobodyKnowsTheRoles_IsUnknownWhoeverIsNamed()
    {
        Declare(level: 1, retrospective: true);
        Give(900, new Acknowledge { By = Alice, When = When.At(Minute(1)) });
        Give(901, new MarkUnknown { By = Alice, Facts = [UnknownFacts.Roles] });
        Give(902, Assign(IncidentRole.IncidentCommander, Alice, Minute(9)));
        Give(903, Assign(IncidentRole.TechnicalLead, Bob, Minute(9)));
        Give(904, Assign(IncidentRole.CommunicationsLead, Carol, Minute(9)));

        Assert.Equal(
            (ObligationStatus.Unknown, null),
            Rows(ObligationNames.StaffRoles, 950).Select(row => (row.Status, row.MetAt)).Single());
    }

    [Fact]
    public void Own_MetBeforeItsStart_IsMet()
    {
        var policy = IncidentPolicy.Default.Plus(
            [],
            [new("acme.vendor", ObligationTrigger.Acknowledgement, ObligationDeadline.Within(TimeSpan.FromHours(1)))
            {
                FulfilledBy = FulfillmentCondition.FirstEvent("the vendor was called", e => e is VendorEngaged),
            }]);
        var story = new Story(policy, Monitor)
            .Then(new EngageVendor { By = Monitor, Vendor = "Database Inc." }, new Acknowledge { By = Alice });

        Assert.Equal(
            (Minute(2), Minute(1), ObligationStatus.Met),
            new ObligationLedger(policy)
                .At(story.Incident, Minute(5))
                .Where(row => row.Name == "acme.vendor")
                .Select(row => (row.Since, row.MetAt, row.Status))
                .Single());
    }

    [Fact]
    public void Own_Definition_SaysInWordsWhatItAsks()
    {
        var plain = new ObligationDefinition("acme.a", ObligationTrigger.Detection, ObligationDeadline.EndOfBusinessDay(1));
        var full = new ObligationDefinition(
            "acme.b",
            ObligationTrigger.AnyOf(ObligationTrigger.FirstEvent("a fact", _ => true), ObligationTrigger.EachRecurrence),
            ObligationDeadline.Within(TimeSpan.FromHours(72)))
        {
            FulfilledBy = FulfillmentCondition.FirstEvent("another fact", _ => true),
            When = _ => true,
        };

        Assert.Equal(
            ("T0", "end of the next business day", "MeetObligation", "–"),
            ($"{plain.Trigger}", $"{plain.Deadline}", $"{plain.FulfilledBy}", plain.NotRequired));
        Assert.Equal(
            ("a fact, and each recurrence", "72 hours", "another fact", "where its condition does not hold"),
            ($"{full.Trigger}", $"{full.Deadline}", $"{full.FulfilledBy}", full.NotRequired));
        Assert.Equal("end of business day 3 after the start", $"{ObligationDeadline.EndOfBusinessDay(3)}");
        Assert.True(plain.IsCustom);
        Assert.All(BuiltInObligations.All, row => Assert.False(row.IsCustom));
    }

    [Fact]
    public void What_NoCallerMayGive_Throws()
    {
        var hour = ObligationDeadline.Within(TimeSpan.FromHours(1));
        Assert.Throws<ArgumentNullException>("policy", () => new ObligationLedger(null!));
        Assert.Throws<ArgumentNullException>("incident", () => new ObligationLedger(IncidentPolicy.Default).At(null!, default));
        Assert.Throws<ArgumentException>("name", () => new ObligationDefinition(" ", ObligationTrigger.Detection, hour));
        Assert.Throws<ArgumentNullException>("trigger", () => new ObligationDefinition("acme.a", null!, hour));
        Assert.Throws<ArgumentNullException>("deadline", () => new ObligationDefinition("acme.a", ObligationTrigger.Detection, null!));
        Assert.Throws<ArgumentNullException>(
            "value", () => new ObligationDefinition("acme.a", ObligationTrigger.Detection, hour) { FulfilledBy = null! });
        Assert.Throws<ArgumentException>("words", () => ObligationTrigger.FirstEvent(" ", _ => true));
        Assert.Throws<ArgumentNullException>("isMatch", () => ObligationTrigger.FirstEvent("a fact", null!));
        Assert.Throws<ArgumentNullException>("triggers", () => ObligationTrigger.AnyOf(null!));
        Assert.Throws<ArgumentException>("triggers", () => ObligationTrigger.AnyOf());
        Assert.Throws<ArgumentException>("triggers", () => ObligationTrigger.AnyOf(ObligationTrigger.Detection, null!));
        Assert.Throws<ArgumentException>("words", () => FulfillmentCondition.FirstEvent(" ", _ => true));
        Assert.Throws<ArgumentNullException>("isMatch", () => FulfillmentCondition.FirstEvent("a fact", null!));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => ObligationDeadline.Within(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("time", () => ObligationDeadline.WithinBusinessTime(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>("count", () => ObligationDeadline.EndOfBusinessDay(0));
        Assert.Throws<ArgumentException>("words", () => ObligationDeadline.Within(" ", _ => null));
        Assert.Throws<ArgumentNullException>("time", () => ObligationDeadline.Within("a while", null!));
        Assert.Throws<ArgumentNullException>("clocks", () => ObligationDeadline.LaterOf("a while", null!));
        Assert.Throws<ArgumentNullException>("due", () => ObligationDeadline.Computed("a while", null!));
    }

    private static PostUpdate Public(string text) => new() { By = Alice, Audience = UpdateAudience.Public, Text = text };

    private static AssignRole Assign(IncidentRole role, Responder to, DateTimeOffset? at) =>
        new() { By = Alice, Role = role, To = to, When = at is { } known ? When.At(known) : When.Unknown };

    private static DateTimeOffset Minute(int minute) => Start.AddMinutes(minute);

    private void Declare(int level, bool retrospective = false, Actor? by = null) =>
        _incident = _lifecycle.Declare(
            Id,
            new DeclareIncident
            {
                By = by ?? Alice,
                Title = "Checkout fails",
                Service = "checkout",
                Level = level,
                Retrospective = retrospective,
                Detected = When.At(Start),
            },
            Start.AddMinutes(retrospective ? 890 : 0)).Incident!;

    private void Give(int minute, IncidentCommand command)
    {
        var decision = _lifecycle.Decide(_incident, command, Minute(minute));
        Assert.True(decision.IsAccepted, $"{command}: {decision}");
        _incident = decision.Incident!;
    }

    private List<Obligation> Rows(string name, int minute) =>
        [.. new ObligationLedger(IncidentPolicy.Default).At(_incident, Minute(minute)).Where(row => row.Name == name)];
}
