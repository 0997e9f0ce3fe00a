namespace IncidentKit.Rotation;

internal static class HandoffSequence
{
    /// <summary>The handoffs in a range and the bounds of the layer. Where several fall together, only the last is served.</summary>
    public static IEnumerable<(long Turn, long Handoff)> Turns(LayerClock layer, long from, long to)
    {
        from = Math.Max(from, Math.Max(layer.Bounds.Start, 0));
        to = Math.Min(to, Math.Min(layer.Bounds.End, DateTime.MaxValue.Ticks + 1));
        if (layer.Layer.Grid is null || from >= to)
            yield break;
        var turn = FirstFrom(layer, from);
        for (var handoff = layer.HandoffOf(turn); handoff < to; turn++)
        {
            var next = layer.HandoffOf(turn + 1);
            if (handoff >= from && handoff != next)
                yield return (turn, handoff);
            handoff = next;
        }
    }

    // A turn before which no handoff lies in the range, however the clocks jump.
    private static long FirstFrom(LayerClock layer, long from)
    {
        if (layer.Turns is { } turns)
            return turns.TurnAt(from, out _, out _);
        var day = (int)(ZoneClock.Of(layer.Zone).ToLocal(from) / TimeSpan.TicksPerDay);
        return layer.TurnOfDay(Math.Max(day - 2, 0));
    }
}
