using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Rotation;

/// <summary>Writes a layer, its grid and its windows.</summary>
internal static class LayerWriter
{
    public static void Write(Utf8JsonWriter json, OnCallLayer layer)
    {
        json.WriteStartObject();
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
        json.WriteStartArray("participants");
        foreach (var entry in layer.Roster.Entries)
            WriteEntry(json, entry);
        json.WriteEndArray();
        ScheduleWriter.WriteList(json, "restrictions", layer.Windows, Write);
        if (layer.StandIn != default)
            json.WriteString("standIn", ScheduleWords.Of(ScheduleWords.StandIns, layer.StandIn));
        json.WriteEndObject();
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
        json.WriteString("kind", ScheduleWords.Of(ScheduleWords.Units, grid.Unit));
        json.WriteNumber("length", grid.Length);
        json.WriteString(
            "start",
            grid.StartDate.ToDateTime(grid.StartTime).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        if (grid.First != 0)
            json.WriteNumber("first", grid.First);
        if (grid.Align != default)
        {
            json.WriteString("align", ScheduleWords.Of(ScheduleWords.Alignments, grid.Align));
            json.WriteString("weekStart", ScheduleWords.Of(ScheduleWords.Days, grid.WeekStart));
        }

        if (grid.Advance != default)
            json.WriteString("advance", ScheduleWords.Of(ScheduleWords.Advances, grid.Advance));
        if (grid.DutyLength is { } duty)
            json.WriteString("dutyLength", Iso8601Duration.Format(duty));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, DutyWindow window)
    {
        if (window.Days.Count > 0)
        {
            json.WriteStartArray("days");
            foreach (var day in window.Days)
                json.WriteStringValue(ScheduleWords.Of(ScheduleWords.Days, day));
            json.WriteEndArray();
        }

        if (window.MonthDays.Count > 0)
        {
            json.WriteStartArray("monthDays");
            foreach (var day in window.MonthDays)
                json.WriteNumberValue(day);
            json.WriteEndArray();
        }

        json.WriteString("from", window.From.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        json.WriteString("to", window.To.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture));
        if (window.Holidays != default)
            json.WriteString("holidays", ScheduleWords.Of(ScheduleWords.Holidays, window.Holidays));
    }
}
