using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit;

internal sealed class IncidentIdJsonConverter : JsonConverter<IncidentId>
{
    public override IncidentId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TryGetGuid(out var value) && value != Guid.Empty
            ? new(value)
            : throw new JsonException("An incident id is a GUID other than zero.");

    public override void Write(Utf8JsonWriter writer, IncidentId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
