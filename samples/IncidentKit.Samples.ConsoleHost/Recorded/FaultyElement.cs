using System.Globalization;
using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>A JSON object that is read key by key; every fault is noted with its path, and reading goes on.</summary>
internal sealed class FaultyElement
{
    private readonly JsonElement _element;
    private readonly List<Fault> _faults;

    public FaultyElement(JsonElement element, string path, List<Fault> faults)
    {
        (_element, Path, _faults) = (element, path, faults);
        if (element.ValueKind != JsonValueKind.Object)
            Fault(null, $"an object is expected, and {Kind(element)} was found");
        else
            foreach (var group in element.EnumerateObject().GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
                Fault(group.Key, "the key stands twice");
    }

    public string Path { get; }

    public void Fault(string? key, string reason) => _faults.Add(new Fault(key is null ? Path : $"{Path}.{key}", reason));

    public bool Has(string key) => _element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(key, out _);

    public string? Text(string key, bool required = false)
    {
        if (!TryGet(key, required, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = ReadString(value, key);
            if (!required || !string.IsNullOrWhiteSpace(text))
                return text;
            Fault(key, "the text is empty");
            return null;
        }

        Fault(key, $"a text is expected, and {Kind(value)} was found");
        return null;
    }

    public RecordedTime Time(string key, bool required = false)
    {
        if (required && !Has(key))
            Fault(key, "is required (null where the time is unknown)");
        if (!TryGet(key, false, out var value))
            return RecordedTime.Unknown;
        if (value.ValueKind == JsonValueKind.String && value.GetString() == "never")
            return new RecordedTime(null, true);
        return new RecordedTime(Instant(key, value), false);
    }

    public DateTimeOffset? Instant(string key, bool required = false)
    {
        if (required && !TryGet(key, true, out _))
            return null;
        return TryGet(key, false, out var value) ? Instant(key, value) : null;
    }

    public DateOnly? Date(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault(key, $"\"{Short(text)}\" is no date: write it as 2025-11-18");
        return null;
    }

    public bool? Flag(string key)
    {
        if (!TryGet(key, false, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        Fault(key, $"true or false is expected, and {Kind(value)} was found");
        return null;
    }

    public double? Share(string key)
    {
        if (!TryGet(key, false, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var share) && share is >= 0 and <= 1)
            return share;
        Fault(key, "a number from 0 to 1 is expected");
        return null;
    }

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> words, bool required = false)
        where T : struct
    {
        if (Text(key, required) is not { } text)
            return null;
        if (words.TryGetValue(text, out var value))
            return value;
        Fault(key, $"\"{Short(text)}\" is not one of {string.Join(", ", words.Keys)}");
        return null;
    }

    public FaultyElement? Object(string key) => TryGet(key, false, out var value) ? new FaultyElement(value, $"{Path}.{key}", _faults) : null;

    /// <summary>The items of a list; null where the key is absent or null.</summary>
    public List<T>? List<T>(string key, Func<FaultyElement, T?> read)
        where T : class => ListOf(key, (item, path) => read(new FaultyElement(item, path, _faults)));

    /// <summary>The items of a list that may be texts as well as objects.</summary>
    public List<T>? ListOf<T>(string key, Func<string, T> fromText, Func<FaultyElement, T?> fromObject)
        where T : class => ListOf(key, (item, path) =>
        item.ValueKind == JsonValueKind.String ? fromText(item.GetString()!) : fromObject(new FaultyElement(item, path, _faults)));

    public List<string> Texts(string key) => ListOf(key, (item, path) =>
    {
        if (item.ValueKind == JsonValueKind.String)
            return item.GetString();
        _faults.Add(new Fault(path, $"a text is expected, and {Kind(item)} was found"));
        return null;
    }) ?? [];

    private List<T>? ListOf<T>(string key, Func<JsonElement, string, T?> read)
        where T : class
    {
        if (!TryGet(key, false, out var value))
            return null;
        if (value.ValueKind != JsonValueKind.Array)
        {
            Fault(key, $"a list is expected, and {Kind(value)} was found");
            return null;
        }

        var items = new List<T>();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (read(item, string.Create(CultureInfo.InvariantCulture, $"{Path}.{key}[{index++}]")) is { } read1)
                items.Add(read1);
        }

        return items;
    }

    private bool TryGet(string key, bool required, out JsonElement value)
    {
        value = default;
        if (_element.ValueKind == JsonValueKind.Object && _element.TryGetProperty(key, out value) && value.ValueKind != JsonValueKind.Null)
            return true;
        if (required)
            Fault(key, "is required");
        return false;
    }

    private DateTimeOffset? Instant(string key, JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? ReadString(value, key) : null;
        if (Iso8601.TryParse(text, out var instant))
            return instant;
        Fault(key, text is null ? $"a time is expected, and {Kind(value)} was found"
            : $"\"{Short(text)}\" is no time with an offset: write it as 2025-11-18T14:25:00Z");
        return null;
    }

    // Escapes may hold half a character, which no text can.
    private string? ReadString(JsonElement value, string key)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            Fault(key, "the text holds half a character (an unpaired surrogate)");
            return null;
        }
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
