namespace IncidentKit.Rotation;

/// <summary>The handoffs of a layer, one after the other.</summary>
internal static class HandoffSequence
{
    /// <summary>The handoffs within a range and within the bounds of the layer, each instant once.</summary>
    public static IEnumerable<DateTimeOffset> Read(LayerClock layer, long from, long to)
    {
        if (layer.Layer.Grid is null || layer.NeverApplies)
            yield break;
        from = Math.Max(from, Math.Max(layer.Bounds.Start, 0));
        to = Math.Min(to, layer.Bounds.End);
        if (from >= to)
            yield break;
        var last = long.MinValue;
        for (var turn = FirstFrom(layer, from); layer.HandoffOf(turn) is var handoff && handoff < to; turn++)
        {
            if (handoff >= from && handoff != last)
                yield return new DateTimeOffset(handoff, TimeSpan.Zero);
            last = handoff;
        }
    }

    // A turn whose handoff, and that of every earlier turn, lies before the range or at its start.
    private static long FirstFrom(LayerClock layer, long from)
    {
        if (layer.Turns is { } turns)
            return turns.TurnAt(from, out _, out _) - 1;
        var day = (int)(ZoneClock.Of(layer.Zone).ToLocal(from) / TimeSpan.TicksPerDay);
        return layer.TurnOfDay(Math.Max(day - 2, 0)) - 1;
    }
}
