using System.Text.Json;

namespace IncidentKit;

/// <summary>
/// A JSON object that is read key by key: each fault is noted with its path, and reading goes on. What is absent, null or at fault is
/// read as null.
/// </summary>
internal sealed partial class DocumentObject
{
    private static readonly Dictionary<string, JsonElement> None = [];

    private readonly List<(string Name, JsonElement Value)> _properties = [];
    private readonly Dictionary<string, JsonElement> _values = None;
    private readonly List<DocumentFault> _faults;
    private readonly DocumentStyle _style;

    internal DocumentObject(JsonElement element, string path, List<DocumentFault> faults, DocumentStyle style)
    {
        (IsObject, Path, _faults, _style) = (element.ValueKind == JsonValueKind.Object, path, faults, style);
        if (!IsObject)
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

        if (_properties.Count == 0)
            return;
        _values = new(_properties.Count, StringComparer.FromComparison(style.Words));
        foreach (var twice in _properties.Where(property => !_values.TryAdd(property.Name, property.Value))
            .Select(property => property.Name)
            .Distinct(_values.Comparer))
        {
            Fault(twice, "the key stands twice");
        }
    }

    /// <summary>Such as <c>$.levels[0]</c>.</summary>
    public string Path { get; }

    /// <summary>Whether it is an object at all; otherwise it has no keys.</summary>
    internal bool IsObject { get; }

    /// <summary>Whether no fault was noted so far, anywhere in the document.</summary>
    public bool IsSound => _faults.Count == 0;

    public IEnumerable<string> Keys => _properties.Select(p => p.Name);

    /// <exception cref="DocumentException">The text is no UTF-8 or no JSON, or any fault was noted.</exception>
    public static T Read<T>(ReadOnlyMemory<byte> utf8, string source, Func<DocumentObject, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        List<DocumentFault> faults = [];
        using var document = DocumentText.Parse(utf8, source);
        var root = new DocumentObject(document.RootElement, "$", faults, DocumentStyle.Json);
        if (!root.IsObject)
            throw new DocumentException(source, faults);
        var result = read(root);
        return faults.Count == 0 ? result : throw new DocumentException(source, faults);
    }

    public void AllowOnly(params ReadOnlySpan<string> known)
    {
        if (_properties.Count == 0)
            return;
        HashSet<string> names = new(known.Length, StringComparer.FromComparison(_style.Words));
        foreach (var name in known)
            names.Add(name);
        foreach (var key in Keys.Where(key => !names.Contains(key)))
            Fault(key, Spelling.Nearest(key, names) is { } meant ? $"there is no such key: did you mean {meant}?" : "there is no such key");
    }

    /// <summary>The word that a key stands for, or the key itself.</summary>
    internal string Known(string key, IEnumerable<string> known) =>
        known.FirstOrDefault(word => string.Equals(word, key, _style.Words)) ?? key;

    /// <summary>At the object itself where the key is null. What is no object has that one fault, and no others.</summary>
    public void Fault(string? key, string reason)
    {
        if (IsObject)
            _faults.Add(new DocumentFault(key is null ? Path : PathOf(key), reason));
    }

    internal int FaultCount => _faults.Count;

    /// <summary>
    /// Notes faults at places below, such as <c>levels[1].name</c>, unless that place, or one above or below it, has a fault already.
    /// </summary>
    internal void FaultsUnlessRead(IEnumerable<(string Place, string Reason)> faults)
    {
        var read = _faults.Select(fault => fault.Place).Where(place => place != Path).ToHashSet(StringComparer.Ordinal);
        var above = read.SelectMany(Above).ToHashSet(StringComparer.Ordinal);
        foreach (var (place, reason) in faults)
        {
            var path = PathOf(_style.Place(place));
            if (!read.Contains(path) && !above.Contains(path) && !Above(path).Any(read.Contains))
                _faults.Add(new DocumentFault(path, reason));
        }
    }

    /// <summary>Whether the key is there, with null or a value.</summary>
    public bool Has(string key) => _values.ContainsKey(key);

    public DocumentObject? Child(string key) =>
        TryGet(key, false, out var value) ? new DocumentObject(value, PathOf(key), _faults, _style) : null;

    private bool TryGet(string key, bool required, out JsonElement value)
    {
        if (_values.TryGetValue(key, out value) && value.ValueKind != JsonValueKind.Null)
            return true;
        if (required)
            Fault(key, "is required");
        return false;
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

    private IEnumerable<string> Above(string path)
    {
        for (var at = path.LastIndexOf(_style.Separator, StringComparison.Ordinal); at > 0;
            at = path.LastIndexOf(_style.Separator, at - 1, StringComparison.Ordinal))
        {
            yield return path[..at];
        }
    }

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
