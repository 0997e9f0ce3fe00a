namespace IncidentKit.Rotation;

internal static class HiddenLayers
{
    public static IEnumerable<ScheduleFinding> In(OnCallSchedule schedule)
    {
        var layers = schedule.Clock.Layers;
        if (layers.Count < 2)
            yield break;
        var ranges = schedule.Layers.Select(l => ExaminedRange.Of(schedule.Definition, l)).ToList();
        var range = new ExaminedRange(ranges.Min(r => r.From), ranges.Max(r => r.To));
        var spans = new LayerSpan[layers.Count];
        var (at, hidden, seen) = (range.From, 0ul, 0ul);
        for (var step = 0; at < range.To && step < ExaminedRange.MostSpans; step++)
        {
            schedule.Clock.Refresh(at, spans);
            var deciding = schedule.Clock.Deciding(spans);
            seen |= deciding;
            for (var i = 0; i < layers.Count; i++)
            {
                if (layers[i].HasPeople(spans[i]) && !Has(deciding, i))
                    hidden |= 1ul << i;
            }

            at = schedule.Clock.Until(at, spans);
        }

        range = range with { To = Math.Min(at, range.To) };
        var names = Enumerable.Range(0, layers.Count).Where(i => Has(seen, i)).Select(i => layers[i].Layer.Name).ToHashSet();
        for (var i = 0; i < layers.Count; i++)
        {
            if (!Has(hidden, i) || names.Contains(layers[i].Layer.Name))
                continue;
            yield return ScheduleFinding.Of(
                ScheduleFindingKind.LayerAlwaysHidden,
                $"layers[{i}]",
                $"\"{schedule.Layers[i].Name}\" is hidden by higher priorities at all times {range.Text}.",
                "Raise its priority, or remove it.");
        }
    }

    private static bool Has(ulong layers, int layer) => (layers & (1ul << layer)) != 0;
}
