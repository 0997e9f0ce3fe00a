namespace IncidentKit.Rotation;

internal static class TurnFindings
{
    public static IEnumerable<ScheduleFinding> Of(OnCallLayer layer, string place)
    {
        if (layer.Grid is not { } grid || layer.Roster.Entries.Distinct().Count() < 2)
            yield break;
        var (week, length) = grid.Advance == TurnAdvance.ActiveDay
            ? (ActiveDaysAWeek(layer), grid.Length)
            : (168.0, grid.HoursOfTurn(daysInMonth: 28));
        if (length > week)
            yield return Finding(ScheduleFindingKind.TurnLongerThanWeek, "longer than a week, which risks burn-out.");
        if (length < week)
            yield return Finding(ScheduleFindingKind.TurnShorterThanWeek, "shorter than a week, which gives too little context.");

        ScheduleFinding Finding(ScheduleFindingKind kind, string what) => ScheduleFinding.Of(
            kind,
            $"{place}.rotation.length",
            $"A turn of \"{layer.Name}\" is {what}",
            "Hand over each week, unless the team chose otherwise.");
    }

    private static double ActiveDaysAWeek(OnCallLayer layer)
    {
        if (layer.Windows.Count == 0)
            return 7;
        var from = layer.Grid!.StartDate.Year > 9000 ? new DateOnly(9000, 1, 1) : layer.Grid.StartDate;
        return Enumerable.Range(0, 364).Count(day => layer.Windows.Any(w => w.StartsOn(from.AddDays(day), false))) / 52.0;
    }
}
