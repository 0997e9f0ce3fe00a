using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace IncidentKit.Hosting;

/// <summary>Writes a section of the configuration as JSON, in which every value is a text.</summary>
internal static class ConfigurationJson
{
    // No document of the library is as deep: what lies deeper has a fault further up.
    private const int MaxDepth = 32;

    /// <summary>The JSON of a section. Children that count from 0 are a list.</summary>
    public static string Of(IConfigurationSection section)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, default(JsonWriterOptions)))
            Write(json, section, 1);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, IConfigurationSection section, int depth)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0 || depth == MaxDepth)
        {
            json.WriteStringValue(section.Value);
            return;
        }

        var isList = children.Select((child, i) => child.Key == i.ToString(CultureInfo.InvariantCulture)).All(counts => counts);
        if (isList)
            json.WriteStartArray();
        else
            json.WriteStartObject();
        foreach (var child in children)
        {
            if (!isList)
                json.WritePropertyName(child.Key);
            Write(json, child, depth + 1);
        }

        if (isList)
            json.WriteEndArray();
        else
            json.WriteEndObject();
    }
}
