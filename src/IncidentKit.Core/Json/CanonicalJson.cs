using System.Text;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes JSON in one way, so that equal values are equal texts.</summary>
/// <remarks>
/// Keys stand in ordinal order, without blanks; numbers stand as they were written; only quotation marks, backslashes and control
/// characters are escaped. Thread-safe.
/// </remarks>
internal static class CanonicalJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The same value in the canonical way; null, and why, if the text cannot be read.</summary>
    public static string? Of(string text, out string? fault)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            var canonical = new StringBuilder(text.Length);
            Write(canonical, document.RootElement);
            fault = null;
            return canonical.ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
        {
            fault = e.Message;
            return null;
        }
    }

    /// <summary>A text as JSON.</summary>
    public static string OfText(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        Write(json, text);
        return json.ToString();
    }

    private static void Write(StringBuilder json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                var properties = value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal);
                WriteEach(json, '{', properties, property =>
                {
                    Write(json, property.Name);
                    json.Append(':');
                    Write(json, property.Value);
                }, '}');
                break;
            case JsonValueKind.Array:
                WriteEach(json, '[', value.EnumerateArray(), item => Write(json, item), ']');
                break;
            case JsonValueKind.String:
                Write(json, value.GetString()!);
                break;
            default:
                json.Append(value.GetRawText());
                break;
        }
    }

    private static void WriteEach<T>(StringBuilder json, char open, IEnumerable<T> items, Action<T> write, char close)
    {
        var separator = open;
        foreach (var item in items)
        {
            json.Append(separator);
            write(item);
            separator = ',';
        }

        if (separator == open)
            json.Append(open);
        json.Append(close);
    }

    private static void Write(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
        {
            if (c < ' ')
                json.Append(null, $"\\u{(int)c:x4}");
            else
                json.Append(c is '"' or '\\' ? "\\" : "").Append(c);
        }

        json.Append('"');
    }
}
