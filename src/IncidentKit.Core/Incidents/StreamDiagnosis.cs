using System.Text.Json;

namespace IncidentKit;

/// <summary>Finds out what is wrong with a stream that could not be read. Runs only then, so that reading costs one pass.</summary>
internal static class StreamDiagnosis
{
    // An event without a kind is "not supported" to the serialiser, and values check themselves with argument errors.
    public static bool IsOfReading(Exception e) =>
        e is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException;

    // Nothing that is wrong with the text may get in the way of saying so.
    public static JsonDocument? Parsed(Func<JsonDocument> parse)
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

    public static IncidentStreamException FaultOf(Exception e, JsonDocument? document)
    {
        using (document)
        {
            if (document is not { RootElement: { ValueKind: JsonValueKind.Array } root })
                return Malformed(e, null);
            return UnknownTypeOrNull(root, e) ?? Malformed(e, e is JsonException { Path: not null } ? null : FirstUnreadable(root));
        }
    }

    // A key may be no text.
    private static IncidentStreamException? UnknownTypeOrNull(JsonElement root, Exception inner)
    {
        try
        {
            return UnknownType(root, inner);
        }
        catch (InvalidOperationException)
        {
            return null;
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
        var known = IncidentJsonContext.Default.IncidentEvent.PolymorphismOptions!.DerivedTypes
            .Select(kind => (string)kind.TypeDiscriminator!)
            .ToHashSet(StringComparer.Ordinal);
        var index = -1;
        foreach (var element in root.EnumerateArray())
        {
            index++;
            if (element.ValueKind != JsonValueKind.Object
                || !element.TryGetProperty("type", out var type)
                || type.ValueKind != JsonValueKind.String)
            {
                continue;
            }

            if (TextOf(type) is not { } name || known.Contains(name))
                continue;
            long? sequence = element.TryGetProperty("sequence", out var number)
                && number.ValueKind == JsonValueKind.Number
                && number.TryGetInt64(out var value)
                    ? value
                    : null;
            var place = sequence is null ? $"at index {index}" : $"{sequence} (at index {index})";
            return new(
                IncidentStreamFault.UnknownType,
                $"The events cannot be read: event {place} is of the kind \"{name}\", which this version does not know. "
                    + "A newer version may have written it.",
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
        var place = json?.LineNumber is { } line
            ? Invariant($" at line {line + 1}, byte {json.BytePositionInLine + 1}")
            : "";
        var path = json?.Path is { Length: > 0 } found ? $" ({found})"
            : index is { } at ? Invariant($" ($[{at}])")
            : "";
        // The serialiser appends the place in its own words.
        var end = e.Message.IndexOf(" Path: ", StringComparison.Ordinal);
        var reason = end < 0 ? e.Message : e.Message[..end];
        return new(IncidentStreamFault.Malformed, $"The events cannot be read{place}{path}: {reason}", inner: e);
    }
}
