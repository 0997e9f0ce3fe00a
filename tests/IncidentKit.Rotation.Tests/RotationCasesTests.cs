using System.Text.Json;

namespace IncidentKit.Rotation.Tests;

/// <summary>Every recorded case of other systems comes out as it did there.</summary>
[Process("P44")]
[Process("P45")]
public sealed class RotationCasesTests
{
    public static TheoryData<string> Cases => [.. RotationCase.Ids];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Case_Recorded_GivesTheExpectedAnswer(string id)
    {
        var test = RotationCase.Find(id);
        if (test.Query.TryGetProperty("strategy", out _))
        {
            Assert.Equal(test.Expect.GetProperty("user").GetString(), Pick(test.Query)?.Id);
            return;
        }

        var schedule = OnCallSchedule.Parse(test.Schedule);
        Check(schedule, test);
        Check(OnCallSchedule.Parse(schedule.ToJson()), test);
    }

    [Fact]
    public void Cases_AllKinds_AreThere() => Assert.Equal(102, RotationCase.Ids.Count());

    private static void Check(OnCallSchedule schedule, RotationCase test)
    {
        var checks = 0;
        if (test.Query.TryGetProperty("at", out var at))
        {
            checks++;
            Assert.Equal(
                test.Expect.GetProperty("onCall")
                    .EnumerateArray()
                    .Select(set => string.Join(",", set.EnumerateArray().Select(u => u.GetString()).Order(StringComparer.Ordinal))),
                at.EnumerateArray().Select(t => string.Join(",", schedule.OnCallAt(Instant(schedule, t)).Select(p => p.Id))));
            Assert.All(
                at.EnumerateArray(),
                t => Assert.Equal(schedule.OnCallAt(Instant(schedule, t)), schedule.Why(Instant(schedule, t)).People));
        }

        if (!test.Query.TryGetProperty("from", out _))
        {
            Assert.Equal(1, checks);
            return;
        }

        var (from, to) = (Instant(schedule, test.Query.GetProperty("from")), Instant(schedule, test.Query.GetProperty("to")));
        if (test.Expect.TryGetProperty("shifts", out var shifts))
        {
            checks++;
            Assert.Equal(
                shifts.EnumerateArray()
                    .Select(s =>
                        $"{Instant(schedule, s.GetProperty("from")):u} {s.GetProperty("user")} {Instant(schedule, s.GetProperty("to")):u}")
                    .Order(StringComparer.Ordinal),
                schedule.ClippedShifts(from, to).Select(s => $"{s.Start:u} {s.Person.Id} {s.End:u}"));
        }

        if (test.Expect.TryGetProperty("gaps", out var gaps))
        {
            checks++;
            Assert.Equal(
                gaps.EnumerateArray()
                    .Select(g => new Interval(Instant(schedule, g.GetProperty("from")), Instant(schedule, g.GetProperty("to")))),
                schedule.Gaps(from, to));
        }

        if (test.Expect.TryGetProperty("handoffs", out var handoffs))
        {
            checks++;
            Assert.Equal(
                handoffs.EnumerateArray().Select(h => Instant(schedule, h)),
                schedule.Handoffs(test.Query.GetProperty("layer").GetString()!, from, to));
        }

        Assert.True(checks + CheckQuality(schedule, test.Expect, from, to) > 0);
    }

    private static int CheckQuality(OnCallSchedule schedule, JsonElement expect, DateTimeOffset from, DateTimeOffset to)
    {
        var checks = 0;
        var quality = ScheduleQuality.Of(schedule, from, to);
        foreach (var (key, value) in new[]
        {
            ("coveragePercent", quality.CoveragePercent),
            ("balancePercent", quality.BalancePercent),
            ("totalScore", quality.TotalScore),
        })
        {
            if (!expect.TryGetProperty(key, out var figure))
                continue;
            checks++;
            Assert.Equal(figure.GetInt32(), value);
        }

        if (expect.TryGetProperty("overloaded", out var overloaded))
        {
            checks++;
            Assert.Equal(
                overloaded.EnumerateArray()
                    .Select(o => $"{o.GetProperty("user")} {o.GetProperty("percentOverAverage")}")
                    .Order(StringComparer.Ordinal),
                quality.Overloaded.Select(o => $"{o.Person.Id} {o.PercentOverAverage}").Order(StringComparer.Ordinal));
        }

        return checks;
    }

    private static Responder? Pick(JsonElement query) => TurnPick.Choose(
        Enum.Parse<PickStrategy>(query.GetProperty("strategy").GetString()!, ignoreCase: true),
        [.. query.GetProperty("roster").EnumerateArray().Select(u => new Responder(u.GetString()!))],
        query.GetProperty("role").GetString()!,
        Time(query.GetProperty("shift")),
        [
            .. query.GetProperty("history").EnumerateArray().Select(h => new PlannedShift
            {
                Person = new Responder(h.GetProperty("user").GetString()!),
                Role = h.GetProperty("role").GetString()!,
                Time = Time(h),
            }),
        ]);

    private static Interval Time(JsonElement stretch) =>
        new(stretch.GetProperty("from").GetDateTimeOffset(), stretch.GetProperty("to").GetDateTimeOffset());

    private static DateTimeOffset Instant(OnCallSchedule schedule, JsonElement text) =>
        LocalTimeText.InstantOf(text.GetString()!, schedule.TimeZone) ?? throw new ArgumentException(text.GetString());
}
