namespace IncidentKit.Rotation;

/// <summary>How far a layer is looked through, in ticks: two rounds of its roster, leap days and all holidays.</summary>
internal readonly record struct ExaminedRange(long From, long To)
{
    public const int MostSpans = 20_000;

    private const long FourYears = 1462 * TimeSpan.TicksPerDay;

    // A schedule that says no date at all is looked at from here.
    private static readonly long Anchor = new DateTime(2024, 1, 1).Ticks;

    public static ExaminedRange Of(ScheduleDefinition schedule, OnCallLayer layer)
    {
        var from = layer.Start?.UtcTicks ?? layer.Grid?.StartDate.ToDateTime(default).Ticks ?? Anchor;
        var round = layer.Grid is { } grid ? Math.Min(DaysOf(grid) * layer.Roster.Entries.Count * 2.0, 100 * 366) : 0;
        var to = from + Math.Max(FourYears, (long)(round * TimeSpan.TicksPerDay));
        // The grid runs both ways: a layer that ended before its origin is looked at before its end.
        if (layer.Start is null && layer.End?.UtcTicks is { } end && end <= from)
            (from, to) = (end - (to - from), end);
        if (schedule.Holidays.Count > 0 && layer.Windows.Any(w => w.Holidays == HolidayRule.Only))
        {
            from = Math.Min(from, schedule.Holidays[0].ToDateTime(default).Ticks - TimeSpan.TicksPerDay);
            to = Math.Max(to, schedule.Holidays[^1].ToDateTime(default).Ticks + (3 * TimeSpan.TicksPerDay));
        }

        return new ExaminedRange(
            Math.Max(from, layer.Start?.UtcTicks ?? 0),
            Math.Min(Math.Min(to, DateTime.MaxValue.Ticks), layer.End?.UtcTicks ?? long.MaxValue));
    }

    public string Text => $"between {new DateTime(From):yyyy-MM-dd} and {new DateTime(Math.Min(To, DateTime.MaxValue.Ticks)):yyyy-MM-dd}";

    // A turn that counts active days may have one of them in a week, or fewer.
    private static double DaysOf(TurnGrid grid) =>
        grid.Advance == TurnAdvance.ActiveDay ? 32.0 * grid.Length : grid.HoursOfTurn(daysInMonth: 31) / 24;
}
