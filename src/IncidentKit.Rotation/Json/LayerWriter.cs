using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Rotation;

internal static class LayerWriter
{
    public static void Write(Utf8JsonWriter json, OnCallLayer layer)
    {
        json.WriteString("name", layer.Name);
        if (layer.TimeZone is not null)
            json.WriteString("timeZone", layer.TimeZone.Id);
        if (layer.Priority != 0)
            json.WriteNumber("priority", layer.Priority);
        if (layer.Start is { } start)
            json.WriteString("start", ScheduleWriter.Format(start));
        if (layer.End is { } end)
            json.WriteString("end", ScheduleWriter.Format(end));
        if (layer.Grid is not null)
            Write(json, layer.Grid);
        json.WriteList("participants", layer.Roster.Entries, entry => WriteEntry(json, entry));
        if (layer.Windows.Count > 0)
            json.WriteObjects("restrictions", layer.Windows, Write);
        if (layer.StandIn != default)
            json.WriteWord("standIn", layer.StandIn, ScheduleWords.StandIns);
    }

    public static void WriteEntry(Utf8JsonWriter json, OnCallPeople people)
    {
        if (people.Count == 1)
        {
            json.WriteStringValue(people[0].Id);
            return;
        }

        json.WriteStartArray();
        foreach (var person in people)
            json.WriteStringValue(person.Id);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, TurnGrid grid)
    {
        json.WriteStartObject("rotation");
        json.WriteWord("kind", grid.Unit, ScheduleWords.Units);
        json.WriteNumber("length", grid.Length);
        json.WriteString(
            "start",
            grid.StartDate.ToDateTime(grid.StartTime).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        if (grid.First != 0)
            json.WriteNumber("first", grid.First);
        if (grid.Align != default)
        {
            json.WriteWord("align", grid.Align, ScheduleWords.Alignments);
            json.WriteWord("weekStart", grid.WeekStart, ScheduleWords.Days);
        }

        if (grid.Advance != default)
            json.WriteWord("advance", grid.Advance, ScheduleWords.Advances);
        if (grid.DutyLength is { } duty)
            json.WriteString("dutyLength", Iso8601Duration.Format(duty));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DutyWindow window)
    {
        if (window.Days.Count > 0)
            json.WriteList("days", window.Days, day => json.WriteStringValue(ScheduleWords.Of(ScheduleWords.Days, day)));
        if (window.MonthDays.Count > 0)
            json.WriteList("monthDays", window.MonthDays, json.WriteNumberValue);
        json.WriteString("from", window.From.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        json.WriteString("to", window.To.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        if (window.Holidays != default)
            json.WriteWord("holidays", window.Holidays, ScheduleWords.Holidays);
    }
}
