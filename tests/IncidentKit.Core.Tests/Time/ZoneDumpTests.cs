using System.Diagnostics;
using System.Globalization;

namespace IncidentKit.Tests.Time;

/// <summary>Every zone of this machine, at every change of its clocks from 1990 to 2037, against what the zdump program prints.</summary>
[Process("P02")]
public sealed class ZoneDumpTests
{
    [Fact]
    public void ToInstant_EveryZoneAndChange_EqualsZdump()
    {
        var all = TimeZoneInfo.GetSystemTimeZones()
            .Select(z => z.Id)
            .Where(id => File.Exists(Path.Combine("/usr/share/zoneinfo", id)))
            .ToList();
        var zones = LawsAttribute.Share(all);
        var dumps = Dump(zones);
        List<string> wrong = [];
        var times = 0;
        foreach (var id in zones)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
            foreach (var change in dumps.GetValueOrDefault(id, []))
                times += Compare(zone, change, wrong);
        }

        Assert.True(all.Count > 300 && times > 100 * zones.Count, $"{zones.Count} of {all.Count} zones, {times} times");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Changes_EveryZone_AreThoseOfZdump()
    {
        var zones = LawsAttribute.Share(
            [.. TimeZoneInfo.GetSystemTimeZones().Select(z => z.Id).Where(id => File.Exists(Path.Combine("/usr/share/zoneinfo", id)))]);
        var dumps = Dump(zones);
        var (from, to) = (new DateTime(1990, 1, 1).Ticks, new DateTime(2037, 1, 1).Ticks);
        foreach (var id in zones)
        {
            var clock = ZoneClock.Of(TimeZoneInfo.FindSystemTimeZoneById(id));
            List<long> expected = [.. dumps.GetValueOrDefault(id, []).Select(c => c.Utc.Ticks)];
            Assert.Equal((id, string.Join(' ', expected)), (id, string.Join(' ', clock.Changes(from, to))));
            // A range holds its start and not its end.
            Assert.All(expected.Zip(expected.Skip(1)), pair => Assert.Equal([pair.First], clock.Changes(pair.First, pair.Second)));
        }
    }

    // Before a change the clocks show `utc + before`, from it on `utc + after`: that alone says which readings a local time has.
    private static int Compare(TimeZoneInfo zone, Change change, List<string> wrong)
    {
        var jump = (change.After - change.Before).Duration();
        TimeSpan[] around =
        [
            TimeSpan.FromTicks(-1), TimeSpan.Zero, TimeSpan.FromTicks(1), jump / 2, -jump / 2, jump,
            jump - TimeSpan.FromTicks(1), -jump, TimeSpan.FromHours(5), TimeSpan.FromHours(-5),
        ];
        var times = 0;
        foreach (var local in around.SelectMany(a => new[] { change.Utc + change.Before + a, change.Utc + change.After + a }))
        {
            var (early, late) = (local - change.Before, local - change.After);
            List<DateTime> readings = [];
            if (early < change.Utc)
                readings.Add(early);
            if (late >= change.Utc)
                readings.Add(late);
            var (first, last) = readings.Count == 0 ? (change.Utc, change.Utc) : (readings.Min(), readings.Max());
            times++;
            if (LocalTime.ToInstant(zone, local, RepeatedTime.First).UtcDateTime != first
                || LocalTime.ToInstant(zone, local, RepeatedTime.Last).UtcDateTime != last)
            {
                wrong.Add($"{zone.Id} {local:O}: zdump says {first:O} and {last:O}, LocalTime {LocalTime.ToInstant(zone, local):O} "
                    + $"and {LocalTime.ToInstant(zone, local, RepeatedTime.Last):O}");
            }

            if (readings.Count == 0
                && (LocalTime.ToInstant(zone, local, RepeatedTime.First, SkippedTime.Later).UtcDateTime != early
                    || LocalTime.ToInstant(zone, local, RepeatedTime.First, SkippedTime.Earlier).UtcDateTime != late))
            {
                wrong.Add($"{zone.Id} {local:O}: moved out of the gap it is {early:O} or {late:O}");
            }
        }

        foreach (var (utc, offset) in new[] { (change.Utc, change.After), (change.Utc.AddTicks(-1), change.Before) })
        {
            if (LocalTime.FromInstant(zone, new DateTimeOffset(utc, TimeSpan.Zero)) != utc + offset)
            {
                wrong.Add($"{zone.Id} {utc:O}: zdump says {utc + offset:O}, "
                    + $"LocalTime {LocalTime.FromInstant(zone, new DateTimeOffset(utc, TimeSpan.Zero)):O}");
            }
        }

        return times;
    }

    private static Dictionary<string, List<Change>> Dump(IReadOnlyList<string> zones)
    {
        var start = new ProcessStartInfo("zdump", ["-v", "-c", "1990,2037", .. zones]) { RedirectStandardOutput = true };
        using var process = System.Diagnostics.Process.Start(start)!;
        var rows = new List<(string Zone, DateTime Utc, TimeSpan Offset)>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Row(line) is { } row)
                rows.Add(row);
        }

        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return rows.GroupBy(r => r.Zone).ToDictionary(g => g.Key, g => g.Zip(g.Skip(1))
            .Where(pair => pair.Second.Utc - pair.First.Utc == TimeSpan.FromSeconds(1)
                && pair.First.Offset != pair.Second.Offset
                && pair.Second.Utc.Year is >= 1990 and < 2037)
            .Select(pair => new Change(pair.Second.Utc, pair.First.Offset, pair.Second.Offset)).ToList());
    }

    // Such as: Europe/Dublin  Sun Mar 25 01:00:00 1990 UT = Sun Mar 25 02:00:00 1990 IST isdst=1 gmtoff=3600
    private static (string, DateTime, TimeSpan)? Row(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 16 || words[6] != "UT" || !words[^1].StartsWith("gmtoff=", StringComparison.Ordinal))
            return null;
        var utc = DateTime.ParseExact(string.Join(' ', words[2..6]), "MMM d HH:mm:ss yyyy", CultureInfo.InvariantCulture);
        return (words[0], utc, TimeSpan.FromSeconds(int.Parse(words[^1]["gmtoff=".Length..], CultureInfo.InvariantCulture)));
    }

    private sealed record Change(DateTime Utc, TimeSpan Before, TimeSpan After);
}
