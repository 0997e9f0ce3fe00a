using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IncidentKit.Rotation;

/// <summary>Writes schedules as JSON, in the form that <see cref="ScheduleReader"/> reads. What is as by default is left out.</summary>
internal static class ScheduleWriter
{
    public static string Write(ScheduleDefinition definition)
    {
        using var stream = new MemoryStream();
        using (var json =
            new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, definition);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, ScheduleDefinition definition)
    {
        json.WriteStartObject();
        json.WriteString("name", definition.Name);
        json.WriteString("timeZone", definition.TimeZone.Id);
        if (definition.LocalTime != LocalTimePolicy.Default)
            WritePolicy(json, definition.LocalTime);
        json.WriteStartArray("layers");
        foreach (var layer in definition.Layers)
            LayerWriter.Write(json, layer);
        json.WriteEndArray();
        WriteList(json, "overrides", definition.Overrides, WriteOverride);
        WriteList(json, "fixed", definition.FixedPeriods, WriteFixed);
        WriteList(json, "timeOff", definition.TimeOff, (to, away) => WriteStretch(to, away.Person, away.Time));
        if (definition.Holidays.Count > 0)
        {
            json.WriteStartArray("holidays");
            foreach (var date in definition.Holidays)
                json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    public static void WriteList<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePolicy(Utf8JsonWriter json, LocalTimePolicy policy)
    {
        json.WriteStartObject("localTime");
        json.WriteString("skipped", ScheduleWords.Of(ScheduleWords.Skipped, policy.Skipped));
        json.WriteString("handoffs", ScheduleWords.Of(ScheduleWords.Repeated, policy.Handoffs));
        json.WriteString("starts", ScheduleWords.Of(ScheduleWords.Repeated, policy.Starts));
        json.WriteString("ends", ScheduleWords.Of(ScheduleWords.Repeated, policy.Ends));
        json.WriteEndObject();
    }

    private static void WriteOverride(Utf8JsonWriter json, OnCallOverride change)
    {
        WriteTime(json, change.Time);
        if (change.Layer is not null)
            json.WriteString("layer", change.Layer);
        switch (change)
        {
            case AddOverride add:
                json.WriteString("add", add.Person.Id);
                break;
            case RemoveOverride remove:
                json.WriteString("remove", remove.Person.Id);
                break;
            case ReplaceOverride replace:
                json.WriteString("replace", replace.Person.Id);
                json.WriteString("user", replace.By.Id);
                break;
            case SwapOverride swap:
                json.WriteString("swap", swap.Person.Id);
                json.WriteString("takenBy", swap.TakenBy?.Id);
                break;
            case CoverOverride cover:
                json.WriteString("replace", "*");
                json.WritePropertyName("user");
                LayerWriter.WriteEntry(json, cover.People);
                json.WriteNumber("priority", cover.Priority);
                break;
        }
    }

    private static void WriteFixed(Utf8JsonWriter json, FixedPeriod period)
    {
        WriteTime(json, period.Time);
        json.WriteStartArray("shifts");
        foreach (var shift in period.Shifts)
        {
            json.WriteStartObject();
            WriteStretch(json, shift.Person, shift.Time);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStretch(Utf8JsonWriter json, Responder person, Interval time)
    {
        json.WriteString("user", person.Id);
        WriteTime(json, time);
    }

    private static void WriteTime(Utf8JsonWriter json, Interval time)
    {
        json.WriteString("from", Format(time.Start));
        json.WriteString("to", Format(time.End));
    }
}
