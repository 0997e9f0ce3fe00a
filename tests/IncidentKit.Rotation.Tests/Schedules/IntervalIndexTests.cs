using FsCheck.Xunit;

namespace IncidentKit.Rotation.Tests.Schedules;

/// <summary>The index says what looking at every stretch says.</summary>
[Process("P45")]
public sealed class IntervalIndexTests
{
    private static readonly DateTimeOffset Start = new(2025, 10, 13, 0, 0, 0, TimeSpan.Zero);

    [Property(MaxTest = 200, EndSize = int.MaxValue)]
    public void At_AnyStretches_IsThoseThatHoldTheInstantInTheirFirstOrder(int seed)
    {
        var random = new Random(seed);
        var stretches = Enumerable.Range(0, random.Next(12))
            .Select(_ => random.Next(20))
            .Select(from => new Interval(Start.AddHours(from), Start.AddHours(from + random.Next(8))))
            .ToList();
        var index = new IntervalIndex<Interval>(stretches, s => s);

        Assert.Equal(
            stretches.Where(s => s.Duration > TimeSpan.Zero).SelectMany(s => new[] { s.Start.UtcTicks, s.End.UtcTicks }).Distinct().Order(),
            index.Edges);
        foreach (var at in Enumerable.Range(-1, 32).Select(h => Start.AddHours(h)).SelectMany(t => new[] { t.AddTicks(-1), t }))
        {
            var expected = stretches.Where(s => s.Start <= at && at < s.End).ToList();
            Assert.Equal(expected, index.At(at.UtcTicks));
            Assert.Equal((expected.Count, expected.Count == 0), (index.CountAt(at.UtcTicks), index.IsEmptyAt(at.UtcTicks)));
        }
    }

    [Property(MaxTest = 200, EndSize = int.MaxValue)]
    public void Of_AnyOverridesOfOnePerson_ArePiecesOfTheLatest(int seed)
    {
        var random = new Random(seed);
        var overrides = Enumerable.Range(0, random.Next(9)).Select(_ => random.Next(20)).Select(from => (OnCallOverride)new RemoveOverride
        {
            Person = new Responder("alice"),
            Time = new Interval(Start.AddHours(from), Start.AddHours(from + random.Next(8))),
        }).ToList();
        var pieces = OverridePiece.Of(overrides).ToList();
        foreach (var at in Enumerable.Range(-1, 32).Select(h => Start.AddHours(h)).SelectMany(t => new[] { t.AddTicks(-1), t }))
        {
            Assert.Equal(
                overrides.Where(o => o.Time.Contains(at)).TakeLast(1),
                pieces.Where(p => p.Time.Contains(at)).Select(p => p.Change));
        }
    }
}
