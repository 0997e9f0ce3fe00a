using FsCheck.Xunit;
using IncidentKit.Rotation.Tests.Laws;

namespace IncidentKit.Rotation.Tests.Rest;

/// <summary>What holds of rules on rest over any schedule.</summary>
[Process("P45")]
[Properties(MaxTest = 200, EndSize = int.MaxValue)]
public sealed class RestLaws
{
    [Property]
    public void Check_AnySchedule_FindsWhatTheSlowCheckFinds(int seed)
    {
        var (random, schedule, rules) = Any(seed);
        var breaches = rules.Check(schedule, random.From, random.To);

        Assert.Equal(
            SlowRest.Breaches(rules, schedule, random.From, random.To),
            breaches.Select(SlowRest.Text).Order(StringComparer.Ordinal));
        Assert.Equal(breaches.OrderBy(b => b.Span.Start).ThenBy(b => b.Person.Id, StringComparer.Ordinal).ThenBy(b => b.Rule), breaches);
        Assert.Equal(breaches, rules.Check(schedule, random.From, random.To));
    }

    [Property(MaxTest = 100)]
    public void Repair_AnyBreach_EndsItAndMakesNoOther(int seed)
    {
        var (random, schedule, rules) = Any(seed);
        var before = SlowRest.Breaches(rules, schedule, random.From, random.To);
        foreach (var breach in rules.Check(schedule, random.From, random.To).Take(4))
        {
            if (rules.Repair(schedule, breach, random.From, random.To) is not { } repair)
                continue;
            var after = SlowRest.Breaches(rules, repair.Schedule, random.From, random.To);
            Assert.DoesNotContain(SlowRest.Text(breach), after);
            Assert.Empty(after.Except(before));
            Assert.Equal(
                repair.Overrides.Sum(o => o.Time.Duration.Ticks),
                Interval.Union(ScheduleDiff.Between(schedule, repair.Schedule, random.From, random.To).Select(c => c.Time)).Ticks);
            // Only the two people change places, and nobody who is away or on call already is asked.
            Assert.All(ScheduleDiff.Between(schedule, repair.Schedule, random.From, random.To), c => Assert.Contains(repair.Overrides, o =>
                o.Time.Start <= c.Time.Start && c.Time.End <= o.Time.End && o.Person == c.Leaving.Single() && o.By == c.Joining.Single()));
            Assert.DoesNotContain(
                repair.Overrides,
                o => schedule.Definition.TimeOff.Any(t => t.Person == o.By && t.Time.Start < o.Time.End && o.Time.Start < t.Time.End));
        }
    }

    [Property(MaxTest = 60)]
    public void Repair_None_NoCoverOfAWholeShiftWouldDo(int seed)
    {
        var (random, schedule, rules) = Any(seed);
        var before = SlowRest.Breaches(rules, schedule, random.From, random.To);
        var people = schedule.Layers.SelectMany(l => l.Roster.People).Distinct().ToList();
        foreach (var breach in rules.Check(schedule, random.From, random.To).Where(b => b.Shifts.Count <= 8).Take(3))
        {
            if (rules.Repair(schedule, breach, random.From, random.To) is not null)
                continue;
            foreach (var (shift, by) in breach.Shifts.SelectMany(s => people.Where(p => p != breach.Person).Select(p => (s, p))))
            {
                var time = new Interval(shift.Start!.Value, shift.End!.Value);
                if (schedule.ClippedShifts(time.Start, time.End).Any(s => s.Person == by)
                    || schedule.Definition.TimeOff.Any(t => t.Person == by && t.Time.Start < time.End && time.Start < t.Time.End))
                {
                    continue;
                }

                var tried = new OnCallSchedule(schedule.Definition.With(
                    schedule.Layers,
                    [.. schedule.Definition.Overrides, new ReplaceOverride { Time = time, Person = breach.Person, By = by }]));
                var after = SlowRest.Breaches(rules, tried, random.From, random.To);
                var changes = ScheduleDiff.Between(schedule, tried, random.From, random.To).ToList();
                var isClean = changes.Sum(c => c.Time.Duration.Ticks) == time.Duration.Ticks
                    && changes.All(c => c.Leaving.Contains(breach.Person) && c.Leaving.Count == 1 && c.Joining.Count == 1);
                Assert.True(
                    !isClean || after.Contains(SlowRest.Text(breach)) || after.Except(before).Any(),
                    $"{by} could take {time} for {breach}");
            }
        }
    }

    private static (RandomSchedule Random, OnCallSchedule Schedule, RestRules Rules) Any(int seed)
    {
        var (random, chance) = (new RandomSchedule(seed), new Random(seed));
        return (random, new OnCallSchedule(random.Definition), new RestRules
        {
            LongestShift = chance.Next(3) == 0 ? null : TimeSpan.FromMinutes(chance.Next(1, 4000)),
            MostConsecutiveShifts = chance.Next(3) == 0 ? null : chance.Next(1, 5),
            Break = TimeSpan.FromMinutes(chance.Next(1, 2000)),
            LeastRest = chance.Next(3) == 0 ? null : TimeSpan.FromMinutes(chance.Next(1, 2000)),
        });
    }
}
