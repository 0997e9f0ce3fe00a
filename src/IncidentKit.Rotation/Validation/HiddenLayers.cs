namespace IncidentKit.Rotation;

/// <summary>Layers whose people are always hidden by layers of higher priority.</summary>
internal static class HiddenLayers
{
    public static IEnumerable<ScheduleFinding> In(OnCallSchedule schedule)
    {
        var layers = schedule.Clock.Layers;
        var hidden = new bool[layers.Count];
        var seen = new bool[layers.Count];
        if (layers.Count < 2)
            yield break;
        var ranges = schedule.Layers.Select(l => ExaminedRange.Of(schedule.Definition, l)).ToList();
        var range = new ExaminedRange(ranges.Min(r => r.From), ranges.Max(r => r.To));
        var spans = new LayerSpan[layers.Count];
        var at = range.From;
        for (var step = 0; at < range.To && step < ExaminedRange.MostSpans; step++)
        {
            schedule.Clock.Refresh(at, spans);
            Mark(layers, spans, hidden, seen);
            at = schedule.Clock.Until(at, spans);
        }

        range = range with { To = Math.Min(at, range.To) };
        var names = Enumerable.Range(0, layers.Count).Where(i => seen[i]).Select(i => layers[i].Layer.Name).ToHashSet();
        for (var i = 0; i < layers.Count; i++)
        {
            if (!hidden[i] || names.Contains(layers[i].Layer.Name))
                continue;
            yield return new ScheduleFinding
            {
                Kind = ScheduleFindingKind.LayerAlwaysHidden,
                Place = $"layers[{i}]",
                Message = $"\"{schedule.Layers[i].Name}\" is hidden by higher priorities at all times {range.Text}.",
                Remedy = "Raise its priority, or remove it.",
            };
        }
    }

    private static void Mark(IReadOnlyList<LayerClock> layers, LayerSpan[] spans, bool[] hidden, bool[] seen)
    {
        var highest = int.MinValue;
        for (var i = 0; i < layers.Count; i++)
        {
            if (HasPeople(layers[i], spans[i]))
                highest = Math.Max(highest, layers[i].Layer.Priority);
        }

        for (var i = 0; i < layers.Count; i++)
        {
            if (HasPeople(layers[i], spans[i]))
                (layers[i].Layer.Priority == highest ? seen : hidden)[i] = true;
        }
    }

    private static bool HasPeople(LayerClock layer, in LayerSpan span)
    {
        for (var turn = 0; turn < span.Count; turn++)
        {
            if (!layer.EntryOf(span.Turns[turn]).IsEmpty)
                return true;
        }

        return false;
    }
}
