using System.Diagnostics;
using IncidentKit.Tests.Lifecycle;

namespace IncidentKit.Tests.Issues;

/// <summary>Facts and ledger of a history of any length and order take about as long for each event as those of a short one.</summary>
[Process("P24")]
public sealed class LongHistoriesTests
{
    private const int Length = 50_000;

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(7919)]
    public void At_FiftyThousandEventsInAnyOrderOfTime_IsReadWithinSeconds(int stride)
    {
        var incident = Incident.Replay(History(stride));
        var clock = Stopwatch.StartNew();

        var rows = new ObligationLedger(IncidentPolicy.Default).At(incident, Story.Start.AddMinutes(Length));

        Assert.NotEmpty(rows);
        // A reading that looks at every fact for every fact takes minutes.
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    private static IEnumerable<IncidentEvent> History(int stride)
    {
        yield return new IncidentDeclared
        {
            Incident = Story.Id, Sequence = 1, RecordedAt = Story.Start, When = When.At(Story.Start), By = Story.Alice, MovedTo = IncidentPhase.Detection,
            Title = "T", Service = "S", Policy = "default", PolicyVersion = 1,
        };
        yield return At(2, new IncidentDetected { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice });
        for (var i = 3; i <= Length; i++)
        {
            yield return At(i, (i % 8) switch
            {
                0 => new SeverityChanged { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, Change = i % 16 == 0 ? SeverityChange.Raised : SeverityChange.Lowered, Level = i % 16 == 0 ? 2 : 3, LevelName = "L" },
                1 => new ImpactStated { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, Kind = ImpactKind.Outage, Replaces = i - 8 },
                2 => new IncidentRecurred { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice },
                3 => new ServiceMitigated { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, How = MitigatedBy.Fix, Recurrence = i / 8 },
                4 => new IncidentResolved { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice },
                5 => new RoleAssigned { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, Role = (IncidentRole)(i % 3), To = new Responder($"p{i % 90}"), How = RoleChange.Assigned },
                6 => new ImpactDescribed { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, CustomersAffected = i % 16 < 8 },
                _ => new UpdatePosted { Incident = Story.Id, Sequence = 0, RecordedAt = default, When = default, By = Story.Alice, Audience = UpdateAudience.Public, Text = "u" },
            });
        }

        IncidentEvent At(int i, IncidentEvent happened)
        {
            var minute = (((long)i * stride % Length) + Length) % Length;
            return happened with { Sequence = i, RecordedAt = Story.Start.AddMinutes(i), When = When.At(Story.Start.AddMinutes(minute)) };
        }
    }
}
