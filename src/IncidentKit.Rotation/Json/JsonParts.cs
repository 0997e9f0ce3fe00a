using System.Text.Json;

namespace IncidentKit.Rotation;

internal static class JsonParts
{
    public static void WriteList<T>(this Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
            write(item);
        json.WriteEndArray();
    }

    public static void WriteObjects<T>(this Utf8JsonWriter json, string key, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write) =>
        json.WriteList(key, items, item =>
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        });

    public static void WriteWord<T>(this Utf8JsonWriter json, string key, T value, Dictionary<string, T> words)
        where T : struct, Enum => json.WriteString(key, ScheduleWords.Of(words, value));
}
