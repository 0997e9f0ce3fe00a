using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>Reads instants that say their offset; without one, a time would be read in the zone of whatever machine reads it.</summary>
internal sealed class InstantJsonConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryReadPlain(ref reader, out var instant)
        || Iso8601.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out instant)
            ? instant
            : throw new JsonException("A time is an ISO 8601 instant with an offset, such as 2025-11-18T14:25:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>
    /// Reads an instant that lies in one piece in the buffer and is written without escapes, without a string in between.
    /// </summary>
    public static bool TryReadPlain(ref Utf8JsonReader reader, out DateTimeOffset instant)
    {
        instant = default;
        return reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueIsEscaped: false, ValueSpan.Length: > 16 }
            && (reader.ValueSpan[^1] is (byte)'Z' || reader.ValueSpan[^6] is (byte)'+' or (byte)'-')
            && reader.TryGetDateTimeOffset(out instant);
    }
}
