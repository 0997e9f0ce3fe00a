using FsCheck.Xunit;
using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Diff;

/// <summary>What holds of the difference of any two schedules.</summary>
[Process("P45")]
[Properties(MaxTest = 300, EndSize = int.MaxValue)]
public sealed class DiffLaws
{
    [Property]
    public void Between_AScheduleAndItself_IsEmpty(int seed)
    {
        var random = new RandomSchedule(seed);

        Assert.Empty(
            ScheduleDiff.Between(new OnCallSchedule(random.Definition), new OnCallSchedule(random.Definition), random.From, random.To));
    }

    [Property]
    public void Between_AnyTwo_SaysAtEveryBoundaryWhatBothSay(int seed, bool isNear)
    {
        var (random, before, after) = Two(seed, isNear);
        var changes = ScheduleDiff.Between(before, after, random.From, random.To).ToList();
        foreach (var at in Instants(random, before, after, changes))
        {
            var change = changes.SingleOrDefault(c => c.Time.Contains(at));
            var (was, is_) = (before.OnCallAt(at), after.OnCallAt(at));
            Assert.Equal(was.Equals(is_), change is null);
            Assert.Equal($"{at:O} {was} → {is_}", $"{at:O} {change?.Before ?? was} → {change?.After ?? was}");
        }
    }

    [Property]
    public void Between_AnyTwo_IsOrderedMergedAndWithinTheRange(int seed, bool isNear)
    {
        var (random, before, after) = Two(seed, isNear);
        var changes = ScheduleDiff.Between(before, after, random.From, random.To).ToList();

        Assert.All(changes, c =>
        {
            Assert.True(random.From <= c.Time.Start && c.Time.Start < c.Time.End && c.Time.End <= random.To);
            Assert.NotEqual(c.Before, c.After);
            Assert.Equal(c.After, OnCallPeople.Of(c.Before.Except(c.Leaving).Concat(c.Joining)));
        });
        Assert.All(changes.Zip(changes.Skip(1)), pair => Assert.True(
            pair.First.Time.End < pair.Second.Time.Start
            || (pair.First.Time.End == pair.Second.Time.Start
                && (pair.First.Before, pair.First.After) != (pair.Second.Before, pair.Second.After))));
    }

    [Property]
    public void Between_AnyTwo_AppliedToTheShiftsOfOneGivesThoseOfTheOther(int seed, bool isNear)
    {
        var (random, before, after) = Two(seed, isNear);
        var changes = ScheduleDiff.Between(before, after, random.From, random.To).ToList();
        foreach (var person in before.ClippedShifts(random.From, random.To)
            .Concat(after.ClippedShifts(random.From, random.To))
            .Select(s => s.Person)
            .Distinct())
        {
            var time = Of(before, random, person);
            foreach (var change in changes)
            {
                time = change.Leaving.Contains(person) ? Minus(time, change.Time)
                    : change.Joining.Contains(person) ? Plus(time, change.Time)
                    : time;
            }

            Assert.Equal(Of(after, random, person), time);
        }
    }

    [Property(MaxTest = 100)]
    public void Between_Exchanged_ExchangesBeforeAndAfter(int seed, bool isNear)
    {
        var (random, before, after) = Two(seed, isNear);

        Assert.Equal(
            ScheduleDiff.Between(before, after, random.From, random.To),
            ScheduleDiff.Between(after, before, random.From, random.To).Select(c => c with { Before = c.After, After = c.Before }));
    }

    private static (RandomSchedule Random, OnCallSchedule Before, OnCallSchedule After) Two(int seed, bool isNear)
    {
        var (random, other) = (new RandomSchedule(seed), new RandomSchedule(unchecked(seed * 31) ^ 5));
        // Near: the same layers without some of the overrides. Far: layers of another schedule.
        var after = isNear
            ? random.Definition.With(random.Definition.Layers, [.. random.Definition.Overrides.Skip(1)])
            : random.Definition.With(other.Definition.Layers, [.. random.Definition.Overrides.Where(o => o.Layer is null)]);
        return (random, new OnCallSchedule(random.Definition), new OnCallSchedule(after));
    }

    private static IEnumerable<DateTimeOffset> Instants(
        RandomSchedule random, OnCallSchedule before, OnCallSchedule after, List<ScheduleChange> changes) =>
        before.ClippedShifts(random.From, random.To)
            .Concat(after.ClippedShifts(random.From, random.To))
            .SelectMany(s => new[] { s.Start!.Value, s.End!.Value })
            .Concat(changes.SelectMany(c => new[] { c.Time.Start, c.Time.End }))
            .Concat(Enumerable.Range(0, 40).Select(i => random.From + ((random.To - random.From) / 40 * i)))
            .SelectMany(at => new[] { at.AddTicks(-1), at, at.AddTicks(1) })
            .Where(at => random.From <= at && at < random.To)
            .Distinct()
            .Order()
            .Take(800);

    private static List<Interval> Of(OnCallSchedule schedule, RandomSchedule random, Responder person) =>
        [
            .. schedule.ClippedShifts(random.From, random.To)
                .Where(s => s.Person == person)
                .Select(s => new Interval(s.Start!.Value, s.End!.Value)),
        ];

    private static List<Interval> Minus(List<Interval> time, Interval gone) => [.. time.SelectMany(t => new[]
    {
        (t.Start, End: t.End < gone.Start ? t.End : gone.Start),
        (Start: t.Start > gone.End ? t.Start : gone.End, t.End),
    }).Where(t => t.Start < t.End).Select(t => new Interval(t.Start, t.End))];

    private static List<Interval> Plus(List<Interval> time, Interval more)
    {
        List<Interval> joined = [];
        foreach (var t in time.Append(more).OrderBy(t => t.Start))
        {
            if (joined.Count > 0 && joined[^1].End == t.Start)
                joined[^1] = new Interval(joined[^1].Start, t.End);
            else
                joined.Add(t);
        }

        return joined;
    }
}
