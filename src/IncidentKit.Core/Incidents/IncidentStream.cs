using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes and reads the events of an incident as JSON: one array, in their order.</summary>
/// <remarks>Thread-safe. Whether the events follow each other is checked by <see cref="Incident.Replay"/>, not here.</remarks>
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "A stream of events is the word of the domain.")]
public static class IncidentStream
{
    /// <summary>The events as a JSON array.</summary>
    public static string Write(IReadOnlyList<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return JsonSerializer.Serialize(events as IncidentEvent[] ?? [.. events], IncidentJsonContext.Default.IncidentEventArray);
    }

    /// <summary>Reads what <see cref="Write"/> writes.</summary>
    /// <exception cref="IncidentStreamException">The text is no array of events, or holds a kind of event that this version does not know.</exception>
    public static IncidentEvent[] Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        json = json.TrimStart('\uFEFF');
        try
        {
            return Checked(JsonSerializer.Deserialize(json, IncidentJsonContext.Default.IncidentEventArray));
        }
        catch (Exception e) when (IsOfReading(e))
        {
            throw FaultOf(e, Parsed(() => JsonDocument.Parse(json)));
        }
    }

    /// <summary>Reads what <see cref="Write"/> writes, in UTF-8.</summary>
    /// <exception cref="IncidentStreamException">The text is no array of events, or holds a kind of event that this version does not know.</exception>
    public static IncidentEvent[] Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        try
        {
            return Checked(JsonSerializer.Deserialize(utf8, IncidentJsonContext.Default.IncidentEventArray));
        }
        catch (Exception e) when (IsOfReading(e))
        {
            var copy = utf8.ToArray();
            throw FaultOf(e, Parsed(() => JsonDocument.Parse(copy)));
        }
    }

    private static IncidentEvent[] Checked(IncidentEvent[]? events)
    {
        if (events is null)
            throw new JsonException("null stands where an array of events is expected.");
        var at = Array.IndexOf(events, null);
        return at < 0 ? events : throw new JsonException("null stands where an event is expected.", $"$[{at}]", null, null);
    }

    // An event without a kind is "not supported" to the serialiser, and values check themselves with argument errors.
    private static bool IsOfReading(Exception e) => e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException;

    // Nothing that is wrong with the text may get in the way of saying so.
    private static JsonDocument? Parsed(Func<JsonDocument> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception e) when (IsOfReading(e))
        {
            return null;
        }
    }

    private static IncidentStreamException FaultOf(Exception e, JsonDocument? document)
    {
        using (document)
        {
            if (document is not { RootElement: { ValueKind: JsonValueKind.Array } root })
                return Malformed(e, null);
            return UnknownType(root, e) ?? Malformed(e, e is JsonException { Path: not null } ? null : FirstUnreadable(root));
        }
    }

    // Only the serialiser's own errors say where they arose.
    private static int? FirstUnreadable(JsonElement root)
    {
        var index = 0;
        foreach (var element in root.EnumerateArray())
        {
            try
            {
                element.Deserialize(IncidentJsonContext.Default.IncidentEvent);
            }
            catch (Exception e) when (IsOfReading(e))
            {
                return index;
            }

            index++;
        }

        return null;
    }

    private static IncidentStreamException? UnknownType(JsonElement root, Exception inner)
    {
        var known = IncidentJsonContext.Default.IncidentEvent.PolymorphismOptions!.DerivedTypes.Select(kind => (string)kind.TypeDiscriminator!).ToHashSet(StringComparer.Ordinal);
        var index = -1;
        foreach (var element in root.EnumerateArray())
        {
            index++;
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
                continue;
            if (TextOf(type) is not { } name || known.Contains(name))
                continue;
            long? sequence = element.TryGetProperty("sequence", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt64(out var value) ? value : null;
            var place = sequence is null ? $"at index {index}" : $"{sequence} (at index {index})";
            return new(
                IncidentStreamFault.UnknownType,
                $"The events cannot be read: event {place} is of the kind \"{name}\", which this version does not know. A newer version may have written it.",
                sequence,
                name,
                inner);
        }

        return null;
    }

    // An unpaired surrogate is valid JSON, but no text.
    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static IncidentStreamException Malformed(Exception e, int? index)
    {
        var json = e as JsonException;
        var place = json?.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $" at line {line + 1}, byte {json.BytePositionInLine + 1}") : "";
        var path = json?.Path is { Length: > 0 } found ? $" ({found})" : index is { } at ? string.Create(CultureInfo.InvariantCulture, $" ($[{at}])") : "";
        // The serialiser appends the place in its own words.
        var end = e.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var reason = end < 0 ? e.Message : e.Message[..end];
        return new(IncidentStreamFault.Malformed, $"The events cannot be read{place}{path}: {reason}", inner: e);
    }
}
