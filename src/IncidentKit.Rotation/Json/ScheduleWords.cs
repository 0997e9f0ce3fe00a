namespace IncidentKit.Rotation;

internal static class ScheduleWords
{
    public static readonly Dictionary<string, TurnUnit> Units =
        new() { ["hourly"] = TurnUnit.Hourly, ["daily"] = TurnUnit.Daily, ["weekly"] = TurnUnit.Weekly, ["monthly"] = TurnUnit.Monthly };

    public static readonly Dictionary<string, GridAlignment> Alignments =
        new() { ["start"] = GridAlignment.Start, ["calendar"] = GridAlignment.Calendar };

    public static readonly Dictionary<string, TurnAdvance> Advances =
        new() { ["turn"] = TurnAdvance.Turn, ["activeDay"] = TurnAdvance.ActiveDay };

    public static readonly Dictionary<string, HolidayRule> Holidays =
        new() { ["ignored"] = HolidayRule.Ignored, ["except"] = HolidayRule.Except, ["only"] = HolidayRule.Only };

    public static readonly Dictionary<string, StandIn> StandIns =
        new() { ["nobody"] = StandIn.Nobody, ["nextInOrder"] = StandIn.NextInOrder };

    public static readonly Dictionary<string, SkippedTime> Skipped =
        new() { ["endOfGap"] = SkippedTime.EndOfGap, ["later"] = SkippedTime.Later, ["earlier"] = SkippedTime.Earlier };

    public static readonly Dictionary<string, RepeatedTime> Repeated =
        new() { ["first"] = RepeatedTime.First, ["last"] = RepeatedTime.Last };

    public static readonly Dictionary<string, DayOfWeek> Days = new()
    {
        ["MO"] = DayOfWeek.Monday, ["TU"] = DayOfWeek.Tuesday, ["WE"] = DayOfWeek.Wednesday, ["TH"] = DayOfWeek.Thursday,
        ["FR"] = DayOfWeek.Friday, ["SA"] = DayOfWeek.Saturday, ["SU"] = DayOfWeek.Sunday,
    };

    public static string Of<T>(Dictionary<string, T> words, T value)
        where T : struct, Enum => words.First(w => EqualityComparer<T>.Default.Equals(w.Value, value)).Key;
}
