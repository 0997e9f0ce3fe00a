using System.Globalization;
using System.Text.Json.Nodes;

namespace IncidentKit.Rotation;

internal static class LayerWriter
{
    public static JsonObject Of(OnCallLayer layer) => ScheduleWriter.ObjectOf(
        ("name", layer.Name),
        ("timeZone", layer.TimeZone?.Id),
        ("priority", layer.Priority == 0 ? null : layer.Priority),
        ("start", ScheduleWriter.Format(layer.Start)),
        ("end", ScheduleWriter.Format(layer.End)),
        ("rotation", layer.Grid is null ? null : Of(layer.Grid)),
        ("participants", ScheduleWriter.ListOf(layer.Roster.Entries, Of) ?? new JsonArray()),
        ("restrictions", ScheduleWriter.ListOf(layer.Windows, Of)),
        ("standIn", ScheduleWords.UnlessDefault(layer.StandIn)));

    public static JsonNode Of(OnCallPeople people) =>
        people.Count == 1 ? people[0].Id : new JsonArray([.. people.Select(person => (JsonNode)person.Id)]);

    private static JsonObject Of(TurnGrid grid) => ScheduleWriter.ObjectOf(
        ("kind", ScheduleWords.Of(grid.Unit)),
        ("length", grid.Length),
        ("start", grid.StartDate.ToDateTime(grid.StartTime).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        ("first", grid.First == 0 ? null : grid.First),
        ("align", ScheduleWords.UnlessDefault(grid.Align)),
        ("weekStart", grid.Align == default ? null : ScheduleWords.OfDay(grid.WeekStart)),
        ("advance", ScheduleWords.UnlessDefault(grid.Advance)),
        ("dutyLength", grid.DutyLength is { } duty ? Iso8601Duration.Format(duty) : null));

    private static JsonObject Of(DutyWindow window) => ScheduleWriter.ObjectOf(
        ("days", ScheduleWriter.ListOf(window.Days, day => ScheduleWords.OfDay(day))),
        ("monthDays", ScheduleWriter.ListOf(window.MonthDays, day => day)),
        ("from", window.From.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        ("to", window.To.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        ("holidays", ScheduleWords.UnlessDefault(window.Holidays)));
}
