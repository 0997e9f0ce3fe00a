
namespace IncidentKit.Tests.Issues;

/// <summary>Facts and ledger of a history of any length and order take about as much for each event as those of a short one.</summary>
[Process("P24")]
public sealed class LongHistoriesTests
{
    // Bytes, not seconds, since they are the same on every machine; a reading that looks at every fact for every fact
    // would take minutes as well.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(7919)]
    public void At_TenTimesTheEventsInAnyOrderOfTime_TakesAboutTenTimesTheBytes(int stride)
    {
        _ = BytesOf(History(stride, 500));
        var few = BytesOf(History(stride, 5_000));
        var many = BytesOf(History(stride, 50_000));

        Assert.InRange(many, few, 15 * few);
    }

    private static long BytesOf(IEnumerable<IncidentEvent> history)
    {
        var incident = Incident.Replay(history);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var rows = new ObligationLedger(IncidentPolicy.Default).At(incident, DateTimeOffset.MaxValue);
        Assert.NotEmpty(rows);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<IncidentEvent> History(int stride, int length)
    {
        yield return new IncidentDeclared
        {
            Incident = Story.Id, Sequence = 1, RecordedAt = Story.Start,
            When = When.At(Story.Start), By = Story.Alice, MovedTo = IncidentPhase.Detection,
            Title = "T", Service = "S", Policy = "default", PolicyVersion = 1,
        };
        yield return At(
            2,
            new IncidentDetected { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice });
        for (var i = 3; i <= length; i++)
        {
            yield return At(i, (i % 8) switch
            {
                0 => new SeverityChanged
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    Change = i % 16 == 0 ? SeverityChange.Raised : SeverityChange.Lowered,
                    Level = i % 16 == 0 ? 2 : 3,
                    LevelName = "L",
                },
                1 => new ImpactStated
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    Kind = ImpactKind.Outage,
                    Replaces = i - 8,
                },
                2 => new IncidentRecurred { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice },
                3 => new ServiceMitigated
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    How = MitigatedBy.Fix,
                    Recurrence = i / 8,
                },
                4 => new IncidentResolved { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice },
                5 => new RoleAssigned
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    Role = (IncidentRole)(i % 3),
                    To = new Responder($"p{i % 90}"),
                    How = RoleChange.Assigned,
                },
                6 => new ImpactDescribed
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    CustomersAffected = i % 16 < 8,
                },
                _ => new UpdatePosted
                {
                    Incident = Story.Id,
                    Sequence = 0,
                    RecordedAt = default,
                    When = default,
                    By = Story.Alice,
                    Audience = UpdateAudience.Public,
                    Text = "u",
                },
            });
        }

        IncidentEvent At(int i, IncidentEvent happened)
        {
            var minute = (((long)i * stride % length) + length) % length;
            return happened with { Sequence = i, RecordedAt = Story.Start.AddMinutes(i), When = When.At(Story.Start.AddMinutes(minute)) };
        }
    }
}
