namespace IncidentKit.Rotation;

internal static class LayerCheck
{
    public static void Check(OnCallLayer layer, string place, List<ScheduleFault> faults)
    {
        if (string.IsNullOrWhiteSpace(layer.Name))
            faults.Add($"{place}.name", "The layer has no name.", "Name it.");
        if (layer.Roster is not { Entries.Count: > 0 })
        {
            faults.Add(
                $"{place}.participants",
                "The roster has no entry.",
                "List who takes turns; an entry with nobody, [], leaves its turn empty.");
        }

        if (!Enum.IsDefined(layer.StandIn))
            faults.Add($"{place}.standIn", "There is no such rule.", "Use nobody or nextInOrder.");
        if (layer.Grid is { } grid)
            Check(grid, layer.Roster?.Entries.Count ?? 0, $"{place}.rotation", faults);
        for (var i = 0; i < layer.Windows.Count; i++)
            CheckWindow(layer.Windows[i], $"{place}.restrictions[{i}]", faults);
    }

    public static void CheckWindow(DutyWindow? window, string place, List<ScheduleFault> faults)
    {
        if (window is null)
            faults.Add(place, "The window is null.", "Leave it out.");
        else if (window.MonthDays.Any(d => d is 0 or < -31 or > 31))
            faults.Add($"{place}.monthDays", "A month has no such day.", "Use 1 to 31, or -1 (the last day) to -31.");
        else if (!window.Days.All(Enum.IsDefined) || !Enum.IsDefined(window.Holidays))
            faults.Add($"{place}.days", "There is no such weekday or holiday rule.", "Use the values of DayOfWeek and HolidayRule.");
    }

    private static void Check(TurnGrid grid, int entries, string place, List<ScheduleFault> faults)
    {
        if (!Enum.IsDefined(grid.Unit) || !Enum.IsDefined(grid.Align) || !Enum.IsDefined(grid.Advance) || !Enum.IsDefined(grid.WeekStart))
        {
            const string remedy = "Use the values of TurnUnit, GridAlignment, TurnAdvance and DayOfWeek.";
            faults.Add(place, "A unit, alignment, advance or weekday has no meaning.", remedy);
        }

        if (grid.Length < 1)
            faults.Add($"{place}.length", $"A turn cannot last {grid.Length} units.", "Give a length of 1 or more.");
        if (grid.First < 0 || (entries > 0 && grid.First >= entries))
            faults.Add($"{place}.first", $"The roster has no entry {grid.First}.", $"Give an index from 0 to {Math.Max(entries - 1, 0)}.");
        if (grid is { Align: GridAlignment.Calendar, Unit: TurnUnit.Hourly or TurnUnit.Daily, Advance: TurnAdvance.Turn })
        {
            faults.Add(
                $"{place}.align",
                "Only weekly and monthly turns can follow the calendar.",
                "Start a daily or hourly rotation at the time of its handoff.");
        }

        if (grid.DutyLength is { } duty && duty <= TimeSpan.Zero)
            faults.Add($"{place}.dutyLength", "A duty lasts longer than nothing.", "Give a length above zero, or leave it out.");
    }
}
