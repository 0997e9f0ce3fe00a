namespace IncidentKit.Rotation;

/// <summary>Looks for a cover, then for a swap. What looks right by the shifts alone is tried on the schedule itself.</summary>
internal sealed class RestRepairSearch
{
    public const int MostTried = 200;

    private readonly RestRules _rules;
    private readonly OnCallSchedule _schedule;
    private readonly RestBreach _breach;
    private readonly Interval _period;
    private readonly HashSet<RestBreach> _before;
    private readonly Dictionary<Responder, List<Stretch>> _stretches;
    private readonly List<Responder> _helpers;
    private int _tried;

    public RestRepairSearch(RestRules rules, OnCallSchedule schedule, RestBreach breach, Interval period, IReadOnlyList<Responder> among)
    {
        (_rules, _schedule, _breach, _period) = (rules, schedule, breach, period);
        var shifts = schedule.ClippedShifts(period.Start, period.End).ToList();
        _before = [.. RestCheck.Of(rules, shifts)];
        if (!_before.Contains(breach))
        {
            throw new ArgumentException(
                $"The schedule \"{schedule.Name}\" has no such breach {period}. Check the same schedule, rules and period first.",
                nameof(breach));
        }

        _stretches = shifts.GroupBy(s => s.Person).ToDictionary(p => p.Key, p => p.Select(RestStretches.Of).ToList());
        var people = among.Count > 0 ? among : schedule.Layers.SelectMany(l => l.Roster.People);
        _helpers =
        [
            .. people.Distinct()
                .Where(p => p != breach.Person)
                .OrderBy(p => Stretches.Length(StretchesOf(p)))
                .ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    public RestRepair? Find() => Covers().Concat(Swaps()).Select(Try).FirstOrDefault(r => r is not null);

    private IEnumerable<ReplaceOverride[]> Covers() =>
        from stretch in RestStretches.Of(_rules, _breach)
        where Keeps(_breach.Person, without: stretch)
        from helper in _helpers
        where IsFree(helper, stretch) && Keeps(helper, with: stretch)
        select new[] { Replace(_breach.Person, helper, stretch) };

    private IEnumerable<ReplaceOverride[]> Swaps() =>
        from given in _breach.Shifts.Select(RestStretches.Of)
        from helper in _helpers
        where IsFree(helper, given)
        from taken in StretchesOf(helper)
        where IsFree(_breach.Person, taken)
            && Keeps(_breach.Person, given, taken)
            && Keeps(helper, taken, given)
        select new[] { Replace(_breach.Person, helper, given), Replace(helper, _breach.Person, taken) };

    private bool IsFree(Responder person, Stretch time) =>
        !StretchesOf(person).Exists(time.Overlaps)
        && !_schedule.Definition.TimeOff.Any(t => t.Person == person && time.Overlaps(Stretch.Of(t.Time)));

    // Whether a person's shifts break no other rule than before, once a stretch is taken from them and another is added.
    private bool Keeps(Responder person, Stretch without = default, Stretch with = default)
    {
        var shifts = Stretches.Union([.. Stretches.Except(StretchesOf(person), [without]), with]).Select(s => s.ToInterval());
        return RestCheck.OfPerson(_rules, [.. shifts.Select(s => new OnCallShift { Person = person, Start = s.Start, End = s.End })])
            .All(b => _before.Any(known => known.Person == person
                && known.Rule == b.Rule
                && known != _breach
                && known.Shifts.Select(RestStretches.Of).SequenceEqual(b.Shifts.Select(RestStretches.Of))));
    }

    private RestRepair? Try(ReplaceOverride[] overrides)
    {
        if (_tried++ >= MostTried)
            return null;
        var definition = _schedule.Definition;
        var repaired = new OnCallSchedule(definition.With(definition.Layers, [.. definition.Overrides, .. overrides]));
        var after = _rules.Check(repaired, _period.Start, _period.End);
        return after.All(b => b != _breach && _before.Contains(b)) && IsMeant(repaired, overrides)
            ? new RestRepair(repaired, overrides)
            : null;
    }

    // Fixed periods and other overrides may have the last word, over all of a stretch or a part of it, and somebody may
    // be put on call twice over.
    private bool IsMeant(OnCallSchedule repaired, ReplaceOverride[] overrides)
    {
        var changes = ScheduleDiff.Between(_schedule, repaired, _period.Start, _period.End).ToList();
        return changes.Sum(c => c.Time.Duration.Ticks) == overrides.Sum(o => o.Time.Duration.Ticks)
            && changes.TrueForAll(change => overrides.Any(o =>
                o.Time.Start <= change.Time.Start
                && change.Time.End <= o.Time.End
                && change.Leaving is [var leaving]
                && leaving == o.Person
                && change.Joining is [var joining]
                && joining == o.By));
    }

    private List<Stretch> StretchesOf(Responder person) => _stretches.GetValueOrDefault(person) ?? [];

    private static ReplaceOverride Replace(Responder person, Responder by, Stretch time) =>
        new() { Time = time.ToInterval(), Person = person, By = by };
}
