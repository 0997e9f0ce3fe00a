using System.Collections.Frozen;
using System.Numerics;

namespace IncidentKit.Rotation;

/// <summary>Every query is made from this: who is on call at an instant, and how long that is sure to stay so.</summary>
internal sealed class ScheduleClock
{
    // The people of more layers than this are sorted once; those of fewer are joined one by one, mostly without a new set.
    private const int Few = 16;

    private readonly LayerClock[] _layers;
    private readonly IntervalIndex<FixedPeriod> _fixed;
    private readonly IntervalIndex<OnCallOverride> _overrides;
    private readonly IntervalIndex<OverridePiece> _pieces;
    private readonly IntervalIndex<TimeOff> _timeOff;
    private readonly long[] _edges;
    private readonly LayerClock[]?[] _versions;

    public ScheduleClock(ScheduleDefinition definition)
    {
        var holidays = definition.Holidays.ToFrozenSet();
        _layers = [.. definition.Layers.Select(l => new LayerClock(l, definition.TimeZone, holidays, definition.LocalTime))];
        var versions = _layers.GroupBy(l => l.Layer.Name).ToDictionary(l => l.Key, l => l.ToArray());
        _versions = [.. _layers.Select(l => versions[l.Layer.Name] is { Length: > 1 } several ? several : null)];
        _fixed = new(definition.FixedPeriods, p => p.Time);
        var overrides = definition.Overrides.Where(o => o is not SwapOverride { TakenBy: null }).ToList();
        _overrides = new(overrides, o => o.Time);
        _pieces = new(OverridePiece.Of(overrides), p => p.Time);
        _timeOff = new(definition.TimeOff, t => t.Time);
        var shifts = definition.FixedPeriods.SelectMany(p => p.Shifts)
            .SelectMany(s => new[] { s.Time.Start.UtcTicks, s.Time.End.UtcTicks });
        _edges = [.. _fixed.Edges.Concat(_overrides.Edges).Concat(_timeOff.Edges).Concat(shifts).Distinct().Order()];
    }

    public IReadOnlyList<LayerClock> Layers => _layers;

    /// <summary>The layers of one name, which apply one after the other, in that order.</summary>
    public IReadOnlyList<LayerClock> VersionsOf(string name) =>
        [.. _layers.Where(l => l.Layer.Name == name).OrderBy(l => !l.NeverApplies).ThenBy(l => l.Bounds.Start)];

    public OnCallPeople At(long instant)
    {
        // At most as many as a schedule may have, which is few enough for the stack.
        Span<LayerSpan> spans = stackalloc LayerSpan[_layers.Length];
        Refresh(instant, spans);
        return Resolve(instant, spans);
    }

    /// <summary>Reads what each layer says, unless what was read before still holds.</summary>
    public void Refresh(long instant, Span<LayerSpan> spans)
    {
        for (var i = 0; i < spans.Length; i++)
        {
            if (instant < spans[i].From || spans[i].Until <= instant)
                spans[i] = _layers[i].At(instant);
        }
    }

    public int OverridesAt(long instant) => _overrides.CountAt(instant);

    /// <summary>The first instant after <paramref name="instant"/> at which anything may change.</summary>
    public long Until(long instant, ReadOnlySpan<LayerSpan> spans)
    {
        var next = EdgeAfter(instant);
        var until = next < _edges.Length ? _edges[next] : long.MaxValue;
        foreach (ref readonly var span in spans)
            until = Math.Min(until, span.Until);
        return until;
    }

    /// <summary>The last instant at or before <paramref name="instant"/> at which anything may have changed.</summary>
    public long From(long instant, ReadOnlySpan<LayerSpan> spans)
    {
        var next = EdgeAfter(instant);
        var from = next > 0 ? _edges[next - 1] : long.MinValue;
        foreach (ref readonly var span in spans)
            from = Math.Max(from, span.From);
        return from;
    }

    public OnCallPeople Resolve(long instant, ReadOnlySpan<LayerSpan> spans)
    {
        if (!_fixed.IsEmptyAt(instant) || !_overrides.IsEmptyAt(instant) || !_timeOff.IsEmptyAt(instant))
        {
            return OnCallPeople.Of(
                Explain(instant, spans, null, new OverrideStep([.. _pieces.At(instant).Select(p => p.Change)])).Select(c => c.Person));
        }

        var deciding = Deciding(spans);
        List<Responder>? many = BitOperations.PopCount(deciding) > Few ? [] : null;
        var people = OnCallPeople.Nobody;
        for (var left = deciding; left != 0; left &= left - 1)
        {
            var i = BitOperations.TrailingZeroCount(left);
            for (var turn = 0; turn < spans[i].Count; turn++)
            {
                var entry = _layers[i].EntryOf(spans[i].Turns[turn]);
                if (many is null)
                    people = people.With(entry);
                else
                    many.AddRange(entry);
            }
        }

        return many is null ? people : OnCallPeople.Of(many);
    }

    /// <summary>Of the layers that have somebody, those of the highest priority: bit n is set for layer n.</summary>
    public ulong Deciding(ReadOnlySpan<LayerSpan> spans)
    {
        var (deciding, priority) = (0ul, int.MinValue);
        for (var i = 0; i < spans.Length; i++)
        {
            var layer = _layers[i];
            if (layer.Layer.Priority < priority || !layer.HasPeople(spans[i]))
                continue;
            if (layer.Layer.Priority > priority)
                (deciding, priority) = (0, layer.Layer.Priority);
            deciding |= 1ul << i;
        }

        return deciding;
    }

    /// <summary>The answer with its reasons, and the layers that are hidden by others; as if one override were not there.</summary>
    public List<Contribution> Explain(
        long instant, ReadOnlySpan<LayerSpan> spans, List<LayerClock>? hidden, OnCallOverride? except = null) =>
        Explain(instant, spans, hidden, new OverrideStep([.. _overrides.At(instant).Where(o => o != except)]));

    private int EdgeAfter(long instant)
    {
        var at = Array.BinarySearch(_edges, instant);
        return at < 0 ? ~at : at + 1;
    }

    // Of the versions of a layer the one that applies takes the layer's overrides; where none does, the first.
    private bool TakesOverrides(int index, long instant) =>
        _versions[index] is not { } versions
        || _layers[index].AppliesAt(instant)
        || (versions[0] == _layers[index] && !Array.Exists(versions, v => v.AppliesAt(instant)));

    private List<Contribution> Explain(long instant, ReadOnlySpan<LayerSpan> spans, List<LayerClock>? hidden, OverrideStep overrides)
    {
        if (_fixed.At(instant) is [var period, ..])
        {
            return [.. period.Shifts.Where(s => s.Time.Start.UtcTicks <= instant && instant < s.Time.End.UtcTicks).DistinctBy(s => s.Person)
                .Select(s => new Contribution { Person = s.Person, Fixed = period })];
        }

        var away = _timeOff.At(instant);
        List<(LayerClock Layer, List<Contribution> People)> said = [];
        for (var i = 0; i < spans.Length; i++)
        {
            var people = TurnStep.PeopleOf(_layers[i], spans[i], away);
            if (TakesOverrides(i, instant))
                people = overrides.Apply(people, _layers[i]);
            if (people.Count > 0)
                said.Add((_layers[i], people));
        }

        var highest = said.Count == 0 ? 0 : said.Max(s => s.Layer.Layer.Priority);
        hidden?.AddRange(said.Select(s => s.Layer).Where(layer => layer.Layer.Priority < highest));
        return overrides.Apply([.. said.Where(s => s.Layer.Layer.Priority == highest).SelectMany(s => s.People)], null);
    }
}
