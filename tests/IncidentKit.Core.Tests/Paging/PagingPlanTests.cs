using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Paging;

/// <summary>The plan by example, each a line of the process.</summary>
[Process("P30")]
[Process("P31")]
[Process("P32")]
[Process("P08")]
public sealed class PagingPlanTests
{
    private static readonly SystemActor Bot = new("alerts");
    private static readonly Responder Dan = new("dan");
    private static readonly DateTimeOffset Night = Start.Date.AddHours(2).Utc();

    private static readonly PagingPeople People = PagingPeople.Of(new Dictionary<string, IReadOnlyList<Responder>>
    {
        ["on-call"] = [Alice], ["team lead"] = [Bob], ["engineering lead"] = [Carol], ["VP Engineering"] = [Dan],
    });

    [Theory]
    [InlineData(1, 2, PagingAnswer.Page)]
    [InlineData(2, 2, PagingAnswer.Page)]
    [InlineData(3, 2, PagingAnswer.TicketThenLowUrgencyPage)]
    [InlineData(3, 10, PagingAnswer.Page)]
    [InlineData(4, 10, PagingAnswer.Ticket)]
    [InlineData(null, 2, PagingAnswer.Page)]
    public void Decision_LevelAndHour_SaysPageOrTicketWithItsReason(int? level, int hour, PagingAnswer expected)
    {
        var decision = PagingDecision.Of(IncidentPolicy.Default, level, Start.Date.AddHours(hour).Utc());

        Assert.Equal(expected, decision.Answer);
        Assert.Contains(
            level is null ? "No level is set, which counts as SEV-2" : $"SEV-{level}",
            decision.Reason,
            StringComparison.Ordinal);
        Assert.Equal(expected == PagingAnswer.TicketThenLowUrgencyPage ? Start.Date.AddHours(9).Utc() : null, decision.HoursOpenAt);
    }

    [Fact]
    public void Plan_Sev1ThatNobodyAcknowledges_GoesThroughAllStepsAndRepeats() => AssertPlan(Declared(1), Start,
        "0 alice@1.0", "0 carol", "0 dan", "5 bob@2.0", "10 carol@3.0", "15 alice@1.1",
        "20 bob@2.1", "25 carol@3.1", "30 alice@1.2", "35 bob@2.2", "40 carol@3.2",
        "45 alice", "45 carol", "45 dan", "45 exhausted");

    [Fact]
    public void Plan_NoLevel_PagesOnCallAndTheLeadWhenTheStepIsMissed() =>
        AssertPlan(Declared(null), Start, 3, "0 alice@1.0", "5 bob@2.0", "10 carol@3.0");

    [Fact]
    public void Plan_LevelIsSetAfterAcknowledgement_AddsTheLeadAndNobodyElse()
    {
        var incident = Then(
            After(Declared(null), Start), Start.AddMinutes(1), new Acknowledge { By = Alice }, new Classify { By = Alice, Level = 2 });

        AssertPlan(incident, Start.AddMinutes(1), 1, "1 bob");
    }

    [Fact]
    public void Plan_RaisedToSev1_PagesThoseWhomItAdds()
    {
        var incident = Then(
            After(Declared(2), Start), Start.AddMinutes(1), new Acknowledge { By = Alice }, new Classify { By = Bob, Level = 1 });

        AssertPlan(incident, Start.AddMinutes(1), 2, "1 carol", "1 dan");
    }

    [Fact]
    public void Plan_RolesUnfilledTwoMinutesAfterAcknowledgement_PagesTheNextPerson()
    {
        var incident = Then(After(Declared(2), Start), Start.AddMinutes(1), new Acknowledge { By = Alice });

        AssertPlan(incident, Start.AddMinutes(1), 1, "3 carol");
    }

    [Fact]
    public void Plan_SilentForFifteenMinutes_BeginsTheStepsAgain()
    {
        var incident = Then(After(Declared(2), Start), Start.AddMinutes(1), new TakeCommand { By = Alice, Reason = "on call" },
            new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob },
            new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol });

        AssertPlan(incident, Start.AddMinutes(1), 2, "16 alice@1.0", "21 bob@2.0");
        Assert.Empty(PagingPlan.Of(
            Then(incident, Start.AddMinutes(2), new DeclareMitigated { By = Alice }), IncidentPolicy.Default, Start.AddMinutes(2), People));
    }

    [Fact]
    public void Plan_Sev3AtNight_FilesATicketAndPagesWhenHoursOpen() => AssertPlan(Declared(3, Night), Night, "0 ticket", "420 low alice");

    [Fact]
    public void Plan_Sev3AtNightAcknowledged_PagesNobodyInTheMorning() =>
        AssertPlan(
            Then(
                After(Declared(3, Night), Night),
                Night.AddMinutes(1),
                new Acknowledge { By = Alice },
                new DeclareMitigated { By = Alice },
                new TakeCommand { By = Alice, Reason = "awake" }),
            Night.AddMinutes(1));

    [Fact]
    public void Plan_Sev4_FilesATicket() => AssertPlan(Declared(4), Start, "0 ticket");

    [Fact]
    public void Plan_EmptyStep_IsSkippedAtOnceWithARow()
    {
        var nobody = PagingPeople.Of(
            new Dictionary<string, IReadOnlyList<Responder>> { ["on-call"] = [Alice], ["engineering lead"] = [Carol] });

        var rows = PagingPlan.Of(Declared(null), IncidentPolicy.Default, Start, nobody).Take(3).ToList();

        Assert.Equal((PlannedAction.Skip, Start.AddMinutes(5), 2), (rows[1].Action, rows[1].At, rows[1].Step));
        Assert.Contains("team lead: nobody is known", rows[1].Reason, StringComparison.Ordinal);
        Assert.Equal((Start.AddMinutes(5), Carol), (rows[2].At, rows[2].To.Single()));
    }

    [Fact]
    public void Plan_NobodyCanBeReached_DoesNotSpendTheRepeatsAtOnce()
    {
        var rows = PagingPlan.Of(Declared(null), IncidentPolicy.Default, Start, People, (_, _) => false).ToList();

        Assert.Equal(Start.AddMinutes(15), rows[^1].At);
        Assert.Equal(PlannedAction.Exhausted, rows[^1].Action);
        Assert.Equal(3, rows.Count(row => row.At == Start));
    }

    [Fact]
    public void Plan_CameBack_StartsAnewAndAnIncompleteRecordPagesNobody()
    {
        var closed = Then(
            After(Declared(2), Start),
            Start.AddMinutes(3),
            new Acknowledge { By = Alice },
            new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" });
        Assert.Empty(PagingPlan.Of(closed, IncidentPolicy.Default, Start.AddMinutes(3), People));
        Assert.Empty(PagingPlan.Of(
            Then(closed, Start.AddMinutes(4), new ReopenIncident { By = Alice, Because = ReopenReason.RecordIncomplete, Reason = "facts" }),
            IncidentPolicy.Default,
            Start.AddMinutes(4),
            People));

        // Alice, who reopens it, is here: the others of the audience are told.
        AssertPlan(
            Then(closed, Start.AddMinutes(4), new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "errors again" }),
            Start.AddMinutes(4),
            2,
            "4 skip",
            "4 bob");
    }

    [Fact]
    public void Plan_RecurrenceThatAnAlertTells_WantsAnotherAcknowledgement()
    {
        var back = Then(
            After(Declared(2), Start),
            Start.AddMinutes(3),
            new BeginMitigation { By = Alice },
            new DeclareMitigated { By = Alice },
            new ReportRecurrence { By = Bot });

        AssertPlan(back, Start.AddMinutes(3), 3, "3 alice@1.0", "3 bob", "8 bob@2.0");
    }

    [Fact]
    public void Plan_Retrospective_PagesNobody() =>
        Assert.Empty(PagingPlan.Of(
            new Story(IncidentPolicy.Default, Bot, retrospective: true).Then(new Page { By = Bob, To = Carol }).Incident,
            IncidentPolicy.Default,
            Start,
            People));

    [Fact]
    public void Plan_PagedByAPerson_GoesOutAtAnyLevelAndHour()
    {
        var asked = Then(
            After(Declared(4, Night), Night),
            Night.AddMinutes(1),
            new Page { By = Bob, To = Dan },
            new Page { By = Bob, Audience = "VP Engineering" },
            new Page { By = Bob });
        AssertPlan(asked, Night.AddMinutes(1), "1 dan", "1 dan", "1 alice@1.0");

        var told = Then(After(Declared(4, Night), Night), Night.AddMinutes(1), new Page { By = Bob, To = Dan, When = When.At(Night) });
        AssertPlan(told, Night.AddMinutes(1));
    }

    [Fact]
    public void Plan_LoweredToATicket_StopsTheSteps()
    {
        var lowered = Then(
            After(Declared(2), Start),
            Start.AddMinutes(1),
            new AssignRole { By = Bot, Role = IncidentRole.IncidentCommander, To = Alice },
            new LowerSeverity { By = Alice, Level = 4, Reason = "nobody sees it" });

        AssertPlan(lowered, Start.AddMinutes(1), "1 ticket");
    }

    private static Incident Declared(int? level, DateTimeOffset? at = null) =>
        new IncidentLifecycle(IncidentPolicy.Default)
            .Declare(
                Id,
                new DeclareIncident { By = Bot, Title = "Checkout fails", Service = "checkout", Level = level },
                at ?? Start).Incident!;

    // What was due at once has been done.
    private static Incident After(Incident incident, DateTimeOffset at) =>
        PagingPlan.PlayUntil(incident, IncidentPolicy.Default, at, at.AddTicks(1), People);

    private static Incident Then(Incident incident, DateTimeOffset at, params IncidentCommand[] commands) =>
        commands.Aggregate(incident, (so, command) =>
        {
            var decision = new IncidentLifecycle(IncidentPolicy.Default).Decide(so, command, at);
            Assert.True(decision.IsAccepted, $"{command}: {decision}");
            return decision.Incident!;
        });

    private static void AssertPlan(Incident incident, DateTimeOffset from, params string[] expected) =>
        AssertPlan(incident, from, int.MaxValue, expected);

    private static void AssertPlan(Incident incident, DateTimeOffset from, int rows, params string[] expected)
    {
        var zero = incident.History[0].RecordedAt;
        var plan = PagingPlan.Of(incident, IncidentPolicy.Default, from, People)
            .Take(rows)
            .SelectMany(row => row.To.Select(person => person.Id).DefaultIfEmpty("").Select(person =>
            {
                var step = row.Step is { } number ? $"@{number}.{row.Repeat}" : "";
                var what = row.Action switch
                {
                    PlannedAction.Page => person + step,
                    PlannedAction.LowUrgencyPage => $"low {person}{step}",
                    var other => other.ToString().ToLowerInvariant(),
                };
                return $"{(row.At - zero).TotalMinutes:0.##} {what}";
            }));

        Assert.Equal(expected, plan);
    }
}
