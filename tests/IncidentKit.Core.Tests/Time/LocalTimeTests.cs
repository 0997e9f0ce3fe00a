using NodaTime;
using NodaTime.TimeZones;

namespace IncidentKit.Tests.Time;

/// <summary>Local times that the clocks skip or show twice, against NodaTime.</summary>
[Process("P02")]
public sealed class LocalTimeTests
{
    [Theory]
    [InlineData("Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-05T15:30Z", "2024-10-05T15:30Z")]
    [InlineData("Australia/Lord_Howe", "2024-04-07T01:45", "2024-04-06T14:45Z", "2024-04-06T15:15Z")]
    [InlineData("America/Havana", "2024-03-10T00:30", "2024-03-10T05:00Z", "2024-03-10T05:00Z")]
    [InlineData("America/Havana", "2024-11-03T00:30", "2024-11-03T04:30Z", "2024-11-03T05:30Z")]
    [InlineData("Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00Z", "2011-12-30T10:00Z")]
    [InlineData("America/Santiago", "2024-09-08T00:30", "2024-09-08T04:00Z", "2024-09-08T04:00Z")]
    [InlineData("America/Santiago", "2024-04-06T23:30", "2024-04-07T02:30Z", "2024-04-07T03:30Z")]
    [InlineData("Europe/Dublin", "2024-03-31T01:30", "2024-03-31T01:00Z", "2024-03-31T01:00Z")]
    [InlineData("Europe/Dublin", "2024-10-27T01:30", "2024-10-27T00:30Z", "2024-10-27T01:30Z")]
    public void ToInstant_SkippedOrRepeatedTime_IsTheEndOfTheGapOrTheReadingAskedFor(string id, string local, string first, string last)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(At(first), LocalTime.ToInstant(zone, time, RepeatedTime.First));
        Assert.Equal(At(last), LocalTime.ToInstant(zone, time, RepeatedTime.Last));
    }

    [Theory]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("America/Havana")]
    [InlineData("Pacific/Apia")]
    [InlineData("America/Santiago")]
    [InlineData("Europe/Dublin")]
    public void ToInstant_AroundEveryJumpOfFifteenYears_EqualsNodaTime(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        var oracle = DateTimeZoneProviders.Tzdb[id];
        var first = Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);
        var last = Resolvers.CreateMappingResolver(Resolvers.ReturnLater, Resolvers.ReturnStartOfIntervalAfter);
        var jumps = oracle.GetZoneIntervals(Instant.FromUtc(2009, 1, 1, 0, 0), Instant.FromUtc(2024, 6, 1, 0, 0)).Skip(1).ToList();
        Assert.NotEmpty(jumps);
        foreach (var jump in jumps)
        {
            for (var minute = -30 * 60; minute <= 30 * 60; minute += 15)
            {
                var local = jump.IsoLocalStart.PlusMinutes(minute);
                Assert.Equal(
                    local.InZone(oracle, first).ToDateTimeOffset(),
                    LocalTime.ToInstant(zone, local.ToDateTimeUnspecified(), RepeatedTime.First));
                Assert.Equal(
                    local.InZone(oracle, last).ToDateTimeOffset(),
                    LocalTime.ToInstant(zone, local.ToDateTimeUnspecified(), RepeatedTime.Last));
                var instant = jump.Start.Plus(Duration.FromMinutes(minute));
                Assert.Equal(
                    instant.InZone(oracle).LocalDateTime.ToDateTimeUnspecified(),
                    LocalTime.FromInstant(zone, instant.ToDateTimeOffset()));
            }
        }
    }

    private static DateTimeOffset At(string instant) => Iso8601.TryParse(instant, out var at) ? at : throw new ArgumentException(instant);
}
