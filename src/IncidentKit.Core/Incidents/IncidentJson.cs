using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace IncidentKit;

/// <summary>Reads commands and events that come from outside, such as from a web client.</summary>
/// <remarks>
/// The form is that of <see cref="IncidentJsonContext"/>; <c>type</c> may be any of the keys. Whatever is wrong with the text, the
/// exception is a <see cref="JsonException"/>. Thread-safe.
/// </remarks>
public static class IncidentJson
{
    /// <summary>Commands and events for other serializer options, such as those of ASP.NET Core, whatever these say.</summary>
    /// <example><c>options.TypeInfoResolverChain.Insert(0, IncidentJson.Resolver)</c></example>
    public static IJsonTypeInfoResolver Resolver { get; } = new RootResolver();

    /// <summary>Reads a command.</summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <exception cref="JsonException">The text is no command.</exception>
    public static IncidentCommand ReadCommand(ReadOnlySpan<byte> utf8) => Read(utf8, IncidentJsonContext.Default.IncidentCommand);

    /// <summary>Reads an event.</summary>
    /// <param name="utf8">The text in UTF-8.</param>
    /// <exception cref="JsonException">The text is no event.</exception>
    public static IncidentEvent ReadEvent(ReadOnlySpan<byte> utf8) => Read(utf8, IncidentJsonContext.Default.IncidentEvent);

    private static T Read<T>(ReadOnlySpan<byte> utf8, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(utf8, type) ?? throw new JsonException("null stands where an object is expected.");
        }
        catch (Exception e) when (e is not JsonException && StreamDiagnosis.IsOfReading(e))
        {
            throw new JsonException(e.Message, e);
        }
    }

    private sealed class RootResolver : IJsonTypeInfoResolver
    {
        public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options) =>
            type == typeof(IncidentCommand) ? InfoOf(IncidentJsonContext.Default.IncidentCommand, options)
            : type == typeof(IncidentEvent) ? InfoOf(IncidentJsonContext.Default.IncidentEvent, options)
            : null;

        private static JsonTypeInfo<T> InfoOf<T>(JsonTypeInfo<T> type, JsonSerializerOptions options)
            where T : class
        {
            var info = JsonMetadataServices.CreateValueInfo<T>(options, new Converter<T>(type));
            // The converter reads the kinds itself.
            info.PolymorphismOptions = null;
            return info;
        }
    }

    private sealed class Converter<T>(JsonTypeInfo<T> type) : JsonConverter<T>
        where T : class
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var json = JsonDocument.ParseValue(ref reader);
            return IncidentJson.Read(JsonMarshal.GetRawUtf8Value(json.RootElement), type);
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, type);
    }
}
