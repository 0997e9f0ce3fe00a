using FsCheck.Xunit;

namespace IncidentKit.Rotation.Tests.Laws;

/// <summary>What holds of any schedule.</summary>
[Process("P44")]
[Process("P45")]
[Properties(MaxTest = 400, EndSize = int.MaxValue)]
public sealed class ScheduleLaws
{
    [Property]
    public void OnCallAt_AtEveryBoundaryAndBetween_EqualsTheSlowWalker(int seed)
    {
        var random = new RandomSchedule(seed);
        var (schedule, slow) = (new OnCallSchedule(random.Definition), new SlowSchedule(random.Definition, random.Year));
        foreach (var instant in Instants(random, schedule, slow))
            Assert.Equal($"{instant:O} {slow.At(instant.UtcTicks)}", $"{instant:O} {Text(schedule.OnCallAt(instant))}");
    }

    [Property]
    public void Shifts_AnySchedule_TileTheTimeAndAgreeWithOnCallAt(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        var clipped = schedule.ClippedShifts(random.From, random.To).ToList();
        var gaps = schedule.Gaps(random.From, random.To).ToList();
        var slow = new SlowSchedule(random.Definition, random.Year);
        foreach (var instant in Instants(random, schedule, slow))
        {
            var holding = clipped.Where(s => s.Start <= instant && instant < s.End).Select(s => s.Person).ToList();
            Assert.Equal(holding.Count, holding.Distinct().Count());
            Assert.Equal(Text(OnCallPeople.Of(holding)), Text(schedule.OnCallAt(instant)));
            Assert.Equal(holding.Count == 0, gaps.Exists(g => g.Contains(instant)));
        }

        Assert.Equal(clipped.OrderBy(s => s.Start).ThenBy(s => s.Person.Id, StringComparer.Ordinal), clipped);
        Assert.All(
            clipped.GroupBy(s => s.Person),
            shifts => Assert.All(shifts.Zip(shifts.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start)));
        Assert.All(gaps.Zip(gaps.Skip(1)), pair => Assert.True(pair.First.End < pair.Second.Start));
        var covered = Interval.Union(clipped.Select(s => new Interval(s.Start!.Value, s.End!.Value)));
        Assert.Equal(random.To - random.From, covered + Interval.Union(gaps));
    }

    // A shift without end is followed through many changes before it is called endless: fewer schedules will do.
    [Property(MaxTest = 80)]
    public void Shifts_Whole_BeginAndEndWhereThePersonComesAndGoes(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        var whole = schedule.Shifts(random.From, random.To).Take(200).ToList();
        Assert.All(whole, shift =>
        {
            Assert.True(
                shift.Start is null
                    || (schedule.OnCallAt(shift.Start.Value).Contains(shift.Person)
                        && !schedule.OnCallAt(shift.Start.Value.AddTicks(-1)).Contains(shift.Person)),
                $"start of {shift}");
            Assert.True(
                shift.End is null
                    || (!schedule.OnCallAt(shift.End.Value).Contains(shift.Person)
                        && schedule.OnCallAt(shift.End.Value.AddTicks(-1)).Contains(shift.Person)),
                $"end of {shift}");
            Assert.Equal(shift.Start is not { } start || start < random.From, shift.BeginsBefore);
            Assert.Equal(shift.End is not { } end || end > random.To, shift.EndsAfter);
        });
        var clipped = schedule.ClippedShifts(random.From, random.To).Take(200).ToList();
        Assert.Equal(
            whole.Select(s => $"{s.Person} {Cut(s)} {s.BeginsBefore} {s.EndsAfter}").Order(StringComparer.Ordinal),
            clipped.Select(s => $"{s.Person} {new Interval(s.Start!.Value, s.End!.Value)} {s.BeginsBefore} {s.EndsAfter}")
                .Order(StringComparer.Ordinal));
        Assert.Equal(whole.OrderBy(s => s.Start ?? DateTimeOffset.MinValue).ThenBy(s => s.Person.Id, StringComparer.Ordinal), whole);

        Interval Cut(OnCallShift shift) => new(
            shift.Start > random.From ? shift.Start.Value : random.From,
            shift.End < random.To ? shift.End.Value : random.To);
    }

    [Property(MaxTest = 150)]
    public void Why_AnyInstant_NamesThePeopleOnCall(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        foreach (var instant in Instants(random, schedule, new SlowSchedule(random.Definition, random.Year)))
        {
            var why = schedule.Why(instant);
            Assert.Equal(schedule.OnCallAt(instant), why.People);
            Assert.All(why.Reasons, r =>
            {
                Assert.True(r.Layer is not null || r.Overrides.Count > 0 || r.FixedPeriod is not null);
                Assert.True(r.Window is null || r.Layer is not null);
            });
        }
    }

    [Property(MaxTest = 150)]
    public void Parse_OfToJson_AnswersTheSame(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        var json = schedule.ToJson();
        var again = OnCallSchedule.Parse(json);

        Assert.Equal(json, again.ToJson());
        Assert.Equal(schedule.ClippedShifts(random.From, random.To), again.ClippedShifts(random.From, random.To));
    }

    [Property(MaxTest = 150)]
    public void Handoffs_TurnGrid_AreWhereTheTurnNumberChanges(int seed)
    {
        var random = new RandomSchedule(seed);
        var schedule = new OnCallSchedule(random.Definition);
        foreach (var layer in schedule.Clock.Layers.Where(l => l.Turns is not null))
        {
            var handoffs = schedule.Handoffs(layer.Layer.Name, random.From, random.To).ToList();
            Assert.Equal(handoffs.Distinct().Order(), handoffs);
            Assert.All(
                handoffs,
                h => Assert.True(layer.Turns!.TurnAt(h.UtcTicks, out _, out _) > layer.Turns.TurnAt(h.UtcTicks - 1, out _, out _)));
            Assert.All(handoffs.Zip(handoffs.Skip(1)), pair =>
            {
                Assert.Equal(
                    layer.Turns!.TurnAt(pair.First.UtcTicks, out _, out _),
                    layer.Turns.TurnAt(pair.Second.UtcTicks - 1, out _, out _));
                Assert.Equal(pair.Second, schedule.NextHandoff(layer.Layer.Name, pair.First));
            });
        }
    }

    // Every boundary, a tick to each side, each change of the clocks, and odd instants between.
    private static IEnumerable<DateTimeOffset> Instants(RandomSchedule random, OnCallSchedule schedule, SlowSchedule slow)
    {
        var edges = schedule.ClippedShifts(random.From, random.To).SelectMany(s => new[] { s.Start!.Value.UtcTicks, s.End!.Value.UtcTicks })
            .Concat(schedule.Layers.SelectMany(l => schedule.Handoffs(l.Name, random.From, random.To).Take(100)).Select(h => h.UtcTicks))
            .Concat(slow.Changes)
            .Concat(Enumerable.Range(0, 40).Select(i => random.From.UtcTicks + ((random.To - random.From).Ticks / 40 * i)));
        return edges.SelectMany(e => new[] { e - 1, e, e + 1 }).Where(e => random.From.UtcTicks <= e && e < random.To.UtcTicks)
            .Distinct().Order().Take(600).Select(e => new DateTimeOffset(e, TimeSpan.Zero));
    }

    private static string Text(OnCallPeople people) => string.Join(",", people.Select(p => p.Id));
}
