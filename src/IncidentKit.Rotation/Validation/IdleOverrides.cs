namespace IncidentKit.Rotation;

internal static class IdleOverrides
{
    // In steps, and in overrides looked at: one that is not looked through to its end is not called idle.
    private const int MostPerOverride = 5_000;
    private const int MostInAll = 2_000_000;

    public static IEnumerable<ScheduleFinding> In(OnCallSchedule schedule)
    {
        var left = MostInAll;
        var overrides = schedule.Definition.Overrides;
        for (var i = 0; i < overrides.Count; i++)
        {
            if (overrides[i] is SwapOverride { TakenBy: null } || HasEffect(schedule.Clock, overrides[i], ref left))
                continue;
            yield return ScheduleFinding.Of(
                ScheduleFindingKind.OverrideWithoutEffect,
                $"overrides[{i}]",
                $"The override changes nothing {overrides[i].Time}.",
                "Check its person and time, or remove it.");
        }
    }

    private static bool HasEffect(ScheduleClock clock, OnCallOverride change, ref int left)
    {
        var spans = new LayerSpan[clock.Layers.Count];
        var (at, end) = (change.Time.Start.UtcTicks, change.Time.End.UtcTicks);
        for (var step = 0; at < end; step++)
        {
            if (step == MostPerOverride || left <= 0)
                return true;
            left -= clock.OverridesAt(at);
            clock.Refresh(at, spans);
            var without = OnCallPeople.Of(clock.Explain(at, spans, null, change).Select(c => c.Person));
            if (!clock.Resolve(at, spans).Equals(without))
                return true;
            at = clock.Until(at, spans);
        }

        return false;
    }
}
