namespace IncidentKit.Rotation;

internal static class LayerFindings
{
    public static IEnumerable<ScheduleFinding> Of(ScheduleDefinition schedule, LayerClock layer, string place)
    {
        var range = ExaminedRange.Of(schedule, layer.Layer);
        var windows = layer.Layer.Windows.Select(w => layer.ClockOf(w, schedule)).ToList();
        var (met, served) = (new HashSet<int>(), new HashSet<int>());
        var at = range.From;
        for (var spans = 0; at < range.To && spans < ExaminedRange.MostSpans; spans++)
        {
            var span = layer.At(at);
            served.UnionWith(span.TurnsOnDuty.Select(layer.IndexOf));
            for (var w = 0; w < windows.Count && span.Count > 0; w++)
            {
                if (!met.Contains(w) && windows[w].At(at).Held != 0)
                    met.Add(w);
            }

            at = span.Until;
        }

        range = range with { To = Math.Min(at, range.To) };
        return UnmetWindows(layer, place, range, met)
            .Concat(IdlePeople(layer, place, range, served))
            .Concat(LostTurns(layer, place, range));
    }

    private static IEnumerable<ScheduleFinding> UnmetWindows(LayerClock layer, string place, ExaminedRange range, HashSet<int> met) =>
        from window in Enumerable.Range(0, layer.Layer.Windows.Count)
        where !met.Contains(window)
        select ScheduleFinding.Of(
            ScheduleFindingKind.WindowMeetsNoTurn,
            $"{place}.restrictions[{window}]",
            $"The window meets no turn of \"{layer.Layer.Name}\" {range.Text}.",
            "Mend its days and times, or the duty of the turn.");

    private static IEnumerable<ScheduleFinding> IdlePeople(LayerClock layer, string place, ExaminedRange range, HashSet<int> served)
    {
        var entries = layer.Layer.Roster.Entries;
        var busy = served.SelectMany(i => entries[i]).ToHashSet();
        return from entry in Enumerable.Range(0, entries.Count)
               from person in entries[entry]
               where !served.Contains(entry) && !busy.Contains(person)
               select ScheduleFinding.Of(
                   ScheduleFindingKind.PersonWithoutTurn,
                   $"{place}.participants[{entry}]",
                   $"{person} gets no turn in \"{layer.Layer.Name}\" {range.Text}.",
                   layer.Layer.Grid is null
                       ? "Give the layer a rotation, or list one entry."
                       : "Let the rotation count active days, or change its length or windows.");
    }

    private static IEnumerable<ScheduleFinding> LostTurns(LayerClock layer, string place, ExaminedRange range)
    {
        if (layer.Turns is not { } turns || range.From >= range.To)
            yield break;
        var turn = turns.TurnAt(range.From, out _, out var next);
        var (lost, first) = (0, 0L);
        for (var count = 0; next < range.To && count < ExaminedRange.MostSpans; count++)
        {
            var following = turns.HandoffOf(++turn + 1);
            if (following == next && lost++ == 0)
                first = turn;
            next = following;
        }

        if (lost > 0)
        {
            yield return ScheduleFinding.Of(
                ScheduleFindingKind.HandoffsFallTogether,
                $"{place}.rotation",
                $"The clocks skip {lost} turns of \"{layer.Layer.Name}\" {range.Text}; "
                    + $"the first is that of {layer.EntryOf(first)} at {new DateTime(turns.HandoffOf(first)):yyyy-MM-dd'T'HH:mm'Z'}.",
                "Hand over at another time of day or less often, if that matters.");
        }
    }
}
