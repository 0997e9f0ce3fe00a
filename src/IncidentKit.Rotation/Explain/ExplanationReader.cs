namespace IncidentKit.Rotation;

internal static class ExplanationReader
{
    public static OnCallExplanation Read(ScheduleClock clock, DateTimeOffset instant)
    {
        var spans = new LayerSpan[clock.Layers.Count];
        clock.Refresh(instant.UtcTicks, spans);
        List<LayerClock> hidden = [];
        var reasons = clock.Explain(instant.UtcTicks, spans, hidden)
            .OrderBy(c => c.Person.Id, StringComparer.Ordinal)
            .Select(c => Of(c, instant.UtcTicks));
        return new OnCallExplanation(instant.ToUniversalTime(), [.. reasons], [.. hidden.Select(l => l.Layer.Name)]);
    }

    private static OnCallReason Of(Contribution contribution, long instant)
    {
        var layer = contribution.Layer;
        var hasTurn = layer?.Layer.Grid is not null;
        return new OnCallReason
        {
            Person = contribution.Person,
            Layer = layer?.Layer.Name,
            Turn = hasTurn ? contribution.Turn : null,
            TurnStart = hasTurn ? Stretch.At(layer!.HandoffOf(contribution.Turn)) : null,
            TurnEnd = hasTurn ? Stretch.At(layer!.HandoffOf(contribution.Turn + 1)) : null,
            Window = layer is null ? null : WindowOf(layer, contribution.Turn, instant),
            StandsInFor = contribution.StandsInFor,
            FixedPeriod = contribution.Fixed,
            Overrides = contribution.Changes,
        };
    }

    private static DutyWindow? WindowOf(LayerClock layer, long turn, long instant)
    {
        if (layer.Windows is not { } windows || layer.Layer.Windows.Count == 0)
            return null;
        var at = windows.At(instant);
        return Enumerable.Range(0, TurnNumbers.Most)
            .Where(bit => (at.Held & (1 << bit)) != 0)
            .Select(bit => at.FirstDay + bit)
            .Where(day => !layer.CountsActiveDays || layer.TurnOfDay(day) == turn)
            .SelectMany(day => windows.HoldingOn(day, instant))
            .FirstOrDefault();
    }
}
