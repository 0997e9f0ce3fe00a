namespace IncidentKit.Rotation;

internal static class LayerReader
{
    public static OnCallLayer Read(DocumentObject layer, TimeZoneInfo scheduleZone)
    {
        layer.AllowOnly("name", "timeZone", "priority", "start", "end", "rotation", "participants", "restrictions", "standIn");
        var own = ScheduleReader.ReadZone(layer, "timeZone", required: false);
        var zone = own ?? scheduleZone;
        var entries = layer.Groups("participants");
        if (entries is null && !layer.Has("participants"))
            layer.Fault("participants", "is required");
        return new OnCallLayer
        {
            Name = layer.Text("name", required: true) ?? layer.Path,
            TimeZone = own,
            Priority = layer.Whole("priority", int.MinValue) ?? 0,
            Start = LocalTimeText.ReadInstant(layer, "start", zone),
            End = LocalTimeText.ReadInstant(layer, "end", zone),
            Grid = layer.Child("rotation") is { } rotation ? ReadGrid(rotation, zone) : null,
            Roster = new Roster((entries ?? [["?"]]).Select((entry, i) => PersonText.ReadAll(layer, $"participants[{i}]", entry))),
            Windows = layer.List("restrictions", ReadWindow) ?? [],
            StandIn = layer.OneOf("standIn", ScheduleWords.All<StandIn>()) ?? default,
        };
    }

    private static TurnGrid ReadGrid(DocumentObject grid, TimeZoneInfo zone)
    {
        grid.AllowOnly("kind", "length", "start", "first", "align", "weekStart", "advance", "dutyLength");
        var start = LocalTimeText.ReadLocal(grid, "start", zone) ?? default;
        if (!grid.Has("length"))
            grid.Fault("length", "is required");
        return new TurnGrid
        {
            Unit = grid.OneOf("kind", ScheduleWords.All<TurnUnit>(), required: true) ?? default,
            Length = grid.Whole("length", 1) ?? 1,
            StartDate = DateOnly.FromDateTime(start),
            StartTime = TimeOnly.FromDateTime(start),
            First = grid.Whole("first", 0) ?? 0,
            Align = grid.OneOf("align", ScheduleWords.All<GridAlignment>()) ?? default,
            WeekStart = grid.OneOf("weekStart", ScheduleWords.Days) ?? DayOfWeek.Monday,
            Advance = grid.OneOf("advance", ScheduleWords.All<TurnAdvance>()) ?? default,
            DutyLength = LocalTimeText.ReadDuration(grid, "dutyLength"),
        };
    }

    private static DutyWindow ReadWindow(DocumentObject window)
    {
        window.AllowOnly("days", "monthDays", "from", "to", "holidays");
        return new DutyWindow
        {
            From = LocalTimeText.ReadClock(window, "from"),
            To = LocalTimeText.ReadClock(window, "to"),
            Days = LocalTimeText.ReadEach(
                window,
                "days",
                text => ScheduleWords.Days.TryGetValue(text, out var day) ? day : (DayOfWeek?)null,
                $"this is not one of {string.Join(", ", ScheduleWords.Days.Keys)}"),
            MonthDays = window.Wholes("monthDays", -31, 31) ?? [],
            Holidays = window.OneOf("holidays", ScheduleWords.All<HolidayRule>()) ?? default,
        };
    }
}
