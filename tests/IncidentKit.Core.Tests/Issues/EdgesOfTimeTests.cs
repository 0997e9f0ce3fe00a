
namespace IncidentKit.Tests.Issues;

/// <summary>Nothing throws at the ends of the calendar, and nothing searches it for long.</summary>
[Process("P01")]
public sealed class EdgesOfTimeTests
{
    public static TheoryData<DateTimeOffset> Ends =>
    [
        DateTimeOffset.MinValue, DateTimeOffset.MinValue.AddTicks(1), DateTimeOffset.MinValue.AddDays(1),
        DateTimeOffset.MaxValue.AddDays(-40), DateTimeOffset.MaxValue.AddHours(-1), DateTimeOffset.MaxValue,
    ];

    [Theory]
    [MemberData(nameof(Ends))]
    public void At_IncidentAtTheEndOfTheCalendar_Answers(DateTimeOffset now)
    {
        foreach (var zone in new[] { "UTC", "Pacific/Kiritimati", "Pacific/Pago_Pago" })
        {
            var calendar = new BusinessCalendar(
                TimeZoneInfo.FindSystemTimeZoneById(zone),
                BusinessCalendar.WorkingWeek(TimeOnly.MinValue, TimeOnly.MinValue));
            for (var level = 1; level <= 4; level++)
            {
                var policy = new IncidentPolicy { Name = "edge", Calendar = calendar };
                var lifecycle = new IncidentLifecycle(policy);
                var incident = lifecycle.Declare(
                    Story.Id,
                    new DeclareIncident { By = Story.Alice, Title = "T", Service = "S", Level = level },
                    now).Incident!;
                foreach (var command in new IncidentCommand[]
                {
                    new OpenChannel { By = Story.Alice },
                    new PostUpdate { By = Story.Alice, Audience = UpdateAudience.Public, Text = "a" },
                    new DeclareMitigated { By = Story.Alice },
                    new ResolveIncident { By = Story.Alice }, new ReportRecurrence { By = Story.Alice },
                    new DeclareMitigated { By = Story.Alice }, new ResolveIncident { By = Story.Alice },
                    new CloseIncident { By = Story.Alice },
                    new CancelIncident { By = Story.Alice, Because = CancellationReason.FalseAlarm, Reason = "a" },
                    new ReopenIncident { By = Story.Alice, Because = ReopenReason.CameBack, Reason = "a" },
                })
                    incident = lifecycle.Decide(incident, command, now).Incident!;
                foreach (var asked in new[] { now, DateTimeOffset.MinValue, DateTimeOffset.MaxValue })
                {
                    Assert.All(
                        new ObligationLedger(policy).At(incident, asked),
                        o => Assert.True(o.DueAt is null || o.DueAt >= o.Since, $"{o}"));
                }

                Assert.Equal(Dump.Of(incident), Dump.Of(Incident.Replay(IncidentStream.Read(IncidentStream.Write([.. incident.History])))));
            }
        }
    }

    [Fact]
    [Process("P27")]
    public void Validate_SpansThatTheCalendarWouldSearchForCenturies_AreFaults()
    {
        Assert.Equal("publishOnBusinessDay", Assert.Single(new IncidentPolicy { Name = "p", PublishOnBusinessDay = 101 }.Validate()).Place);
        Assert.Empty(new IncidentPolicy { Name = "p", PublishOnBusinessDay = 100 }.Validate());
        foreach (var response in new[]
        {
            ResponseTarget.Within(TimeSpan.MaxValue),
            ResponseTarget.WithinBusinessTime(TimeSpan.MaxValue),
            ResponseTarget.WithinBusinessTime(TimeSpan.FromHours(401)),
        })
        {
            Assert.Equal(
                "levels[0].response",
                Assert.Single(
                    new IncidentPolicy { Name = "p", Levels = [Level(1, response), Level(2, ResponseTarget.EndOfNextBusinessDay)] }
                        .Validate()).Place);
        }
    }

    private static SeverityLevel Level(int rank, ResponseTarget response) =>
        new() { Rank = rank, Name = $"L{rank}", Title = "T", Impact = "I", Response = response };
}
