using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes and reads the events of an incident as JSON: one array, in their order.</summary>
/// <remarks>Thread-safe. Whether the events follow each other is checked by <see cref="Incident.Replay"/>, not here.</remarks>
[SuppressMessage(
    "Naming",
    "CA1711:Identifiers should not have incorrect suffix",
    Justification = "A stream of events is the word of the domain.")]
public static class IncidentStream
{
    /// <summary>The events as a JSON array.</summary>
    public static string Write(IReadOnlyList<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return JsonSerializer.Serialize(events as IncidentEvent[] ?? [.. events], IncidentJsonContext.Default.IncidentEventArray);
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="IncidentStreamException">
    /// The text is no array of events, or holds a kind of event that this version does not know.
    /// </exception>
    public static IncidentEvent[] Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json = json.TrimStart('\uFEFF');
        try
        {
            return Checked(JsonSerializer.Deserialize(json, IncidentJsonContext.Default.IncidentEventArray));
        }
        catch (Exception e) when (StreamDiagnosis.IsOfReading(e))
        {
            throw StreamDiagnosis.FaultOf(e, StreamDiagnosis.Parsed(() => JsonDocument.Parse(json)));
        }
    }

    /// <summary>Reads what <see cref="Write"/> writes, in UTF-8.</summary>
    /// <exception cref="IncidentStreamException">
    /// The text is no array of events, or holds a kind of event that this version does not know.
    /// </exception>
    public static IncidentEvent[] Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            return Checked(JsonSerializer.Deserialize(utf8, IncidentJsonContext.Default.IncidentEventArray));
        }
        catch (Exception e) when (StreamDiagnosis.IsOfReading(e))
        {
            var copy = utf8.ToArray();
            throw StreamDiagnosis.FaultOf(e, StreamDiagnosis.Parsed(() => JsonDocument.Parse(copy)));
        }
    }

    private static IncidentEvent[] Checked(IncidentEvent[]? events)
    {
        if (events is null)
            throw new JsonException("null stands where an array of events is expected.");
        var at = Array.IndexOf(events, null);
        return at < 0 ? events : throw new JsonException("null stands where an event is expected.", $"$[{at}]", null, null);
    }
}
