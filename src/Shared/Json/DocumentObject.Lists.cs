using System.Globalization;
using System.Text.Json;

namespace IncidentKit;

/// <content>Lists.</content>
internal sealed partial class DocumentObject
{
    /// <summary>Each item is a text or a list of texts, such as <c>["alice", ["bob", "carol"], []]</c>.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Groups(string key) => ListOf<IReadOnlyList<string>>(key, ReadGroup);

    public IReadOnlyList<string>? Group(string key) => TryGet(key, false, out var value) ? ReadGroup(value, PathOf(key)) : null;

    public IReadOnlyList<int>? Wholes(string key, int least, int most) => ListOf(key, (item, path) =>
    {
        if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && number >= least && number <= most)
            return (object)number;
        _faults.Add(
            new DocumentFault(path, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most} is expected")));
        return null;
    })?.ConvertAll(number => (int)number);

    /// <summary>Zero where the key is absent or no list.</summary>
    public int Count(string key) =>
        TryGet(key, false, out var value) && value.ValueKind == JsonValueKind.Array ? value.GetArrayLength() : 0;

    private List<string>? ReadGroup(JsonElement value, string path)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Array))
        {
            _faults.Add(new DocumentFault(path, $"a text or a list of texts is expected, and {Kind(value)} was found"));
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
            return ReadItem(value, path) is { } single ? [single] : null;
        var texts = new List<string>();
        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (ReadItem(item, string.Create(CultureInfo.InvariantCulture, $"{path}[{index++}]")) is { } text)
                texts.Add(text);
        }

        return texts;
    }

    private string? ReadItem(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.String)
            return ReadString(value, path);
        _faults.Add(new DocumentFault(path, $"a text is expected, and {Kind(value)} was found"));
        return null;
    }

    public List<T>? List<T>(string key, Func<DocumentObject, T?> read)
        where T : class => ListOf(key, (item, path) => read(new DocumentObject(item, path, _faults, _style)));

    /// <summary>The items may be texts as well as objects.</summary>
    public List<T>? ListOf<T>(string key, Func<string, T> fromText, Func<DocumentObject, T?> fromObject)
        where T : class => ListOf(key, (item, path) =>
        item.ValueKind == JsonValueKind.String
            ? ReadString(item, path) is { } text ? fromText(text) : null
            : fromObject(new DocumentObject(item, path, _faults, _style)));

    /// <summary>Empty where the key is absent.</summary>
    public List<string> Texts(string key) => ListOf(key, ReadItem) ?? [];

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
            if (read(item, _style.Item(PathOf(key), index++)) is { } read1)
                items.Add(read1);
        }

        return items;
    }
}
