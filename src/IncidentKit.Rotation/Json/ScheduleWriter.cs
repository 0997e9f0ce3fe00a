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
        json.WriteObjects("layers", definition.Layers, LayerWriter.Write);
        if (definition.Overrides.Count > 0)
            json.WriteObjects("overrides", definition.Overrides, WriteOverride);
        if (definition.FixedPeriods.Count > 0)
            json.WriteObjects("fixed", definition.FixedPeriods, WriteFixed);
        if (definition.TimeOff.Count > 0)
            json.WriteObjects("timeOff", definition.TimeOff, (to, away) => WriteStretch(to, away.Person, away.Time));
        if (definition.Holidays.Count > 0)
            json.WriteList("holidays", definition.Holidays, day => json.WriteStringValue($"{day:O}"));
        json.WriteEndObject();
    }

    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void WritePolicy(Utf8JsonWriter json, LocalTimePolicy policy)
    {
        json.WriteStartObject("localTime");
        json.WriteWord("skipped", policy.Skipped, ScheduleWords.Skipped);
        json.WriteWord("handoffs", policy.Handoffs, ScheduleWords.Repeated);
        json.WriteWord("starts", policy.Starts, ScheduleWords.Repeated);
        json.WriteWord("ends", policy.Ends, ScheduleWords.Repeated);
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
        json.WriteObjects("shifts", period.Shifts, (to, shift) => WriteStretch(to, shift.Person, shift.Time));
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
