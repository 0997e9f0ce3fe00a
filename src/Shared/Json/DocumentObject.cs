using System.Text.Json;

namespace IncidentKit;

/// <summary>
/// A JSON object that is read key by key: each fault is noted with its path, and reading goes on. What is absent, null or at fault is
/// read as null.
/// </summary>
internal sealed partial class DocumentObject
{
    private readonly bool _isObject;
    private readonly List<(string Name, JsonElement Value)> _properties = [];
    private readonly List<DocumentFault> _faults;
    private readonly DocumentStyle _style;

    internal DocumentObject(JsonElement element, string path, List<DocumentFault> faults, DocumentStyle style)
    {
        (_isObject, Path, _faults, _style) = (element.ValueKind == JsonValueKind.Object, path, faults, style);
        if (!_isObject)
        {
            faults.Add(new DocumentFault(path, $"an object is expected, and {Kind(element)} was found"));
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (ReadHalf(() => property.Name) is { } name)
                _properties.Add((name, property.Value));
            else
                Fault(null, "a key holds half a character (an unpaired surrogate)");
        }

        foreach (var group in Keys.GroupBy(k => k, StringComparer.FromComparison(style.Words)).Where(g => g.Count() > 1))
            Fault(group.Key, "the key stands twice");
    }

    /// <summary>Such as <c>$.levels[0]</c>.</summary>
    public string Path { get; }

    /// <summary>Whether no fault was noted anywhere in the document.</summary>
    public bool IsSound => _faults.Count == 0;

    public IEnumerable<string> Keys => _properties.Select(p => p.Name);

    /// <exception cref="DocumentException">The text is no UTF-8 or no JSON, or any fault was noted.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string source, Func<DocumentObject, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<DocumentFault> faults = [];
        using var document = DocumentText.Parse(utf8, source);
        var root = new DocumentObject(document.RootElement, "$", faults, DocumentStyle.Json);
        if (!root._isObject)
            throw new DocumentException(source, faults);
        var result = read(root);
        return faults.Count == 0 ? result : throw new DocumentException(source, faults);
    }

    public void AllowOnly(params ReadOnlySpan<string> known)
    {
        foreach (var key in Keys)
        {
            var isKnown = false;
            foreach (var name in known)
                isKnown |= string.Equals(name, key, _style.Words);
            if (!isKnown)
                Fault(key, "there is no such key");
        }
    }

    /// <summary>The word that a key stands for, or the key itself.</summary>
    internal string Known(string key, IEnumerable<string> known) =>
        known.FirstOrDefault(word => string.Equals(word, key, _style.Words)) ?? key;

    /// <summary>At the object itself where the key is null. What is no object has that one fault, and no others.</summary>
    public void Fault(string? key, string reason)
    {
        if (_isObject)
            _faults.Add(new DocumentFault(key is null ? Path : PathOf(key), reason));
    }

    internal int FaultCount => _faults.Count;

    /// <summary>
    /// Notes a fault at a place below, such as <c>levels[1].name</c>, unless the first <paramref name="read"/> faults have one there,
    /// above or below.
    /// </summary>
    internal void FaultUnlessRead(int read, string place, string reason)
    {
        var path = PathOf(_style.Place(place));
        if (!_faults.Take(read).Any(f => f.Place == path || IsBelow(f.Place, path) || (f.Place != Path && IsBelow(path, f.Place))))
            _faults.Add(new DocumentFault(path, reason));
    }

    /// <summary>Whether the key is there, with null or a value.</summary>
    public bool Has(string key) => TryFind(key, out _);

    public DocumentObject? Child(string key) =>
        TryGet(key, false, out var value) ? new DocumentObject(value, PathOf(key), _faults, _style) : null;

    private bool TryGet(string key, bool required, out JsonElement value)
    {
        if (TryFind(key, out value) && value.ValueKind != JsonValueKind.Null)
            return true;
        if (required)
            Fault(key, "is required");
        return false;
    }

    private bool TryFind(string key, out JsonElement value)
    {
        var at = _properties.FindIndex(property => string.Equals(property.Name, key, _style.Words));
        value = at < 0 ? default : _properties[at].Value;
        return at >= 0;
    }

    // In configuration a number or a flag is written as a text.
    private bool IsWritten(JsonElement value, out string? text)
    {
        text = _style.HasTextsOnly && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return text is not null;
    }

    private static bool IsNumber(JsonElement value, out int number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out number);
    }

    private string PathOf(string key) => Path + _style.Separator + FaultLine.Short(key);

    private bool IsBelow(string place, string other) => place.StartsWith(other + _style.Separator, StringComparison.Ordinal);

    private string? ReadString(JsonElement value, string place)
    {
        if (ReadHalf(value.GetString) is { } text)
            return text;
        _faults.Add(new DocumentFault(place, "the text holds half a character (an unpaired surrogate)"));
        return null;
    }

    // Escapes may hold half a character, which no text can.
    private static string? ReadHalf(Func<string?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

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
