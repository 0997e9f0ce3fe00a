using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>Writes <see cref="When"/> as one string.</summary>
internal sealed class WhenJsonConverter : JsonConverter<When>
{
    public override When Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // Nearly every time is an instant as this library wrote it: read those without a string in between.
        if (InstantJsonConverter.TryReadPlain(ref reader, out var instant))
            return When.At(instant);
        return When.TryParse(reader.TokenType == JsonTokenType.String ? reader.GetString() : null, out var when)
            ? when
            : throw new JsonException("A time is \"now\", \"unknown\", or an ISO 8601 instant with an offset.");
    }

    public override void Write(Utf8JsonWriter writer, When value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
