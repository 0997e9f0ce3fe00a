using System.Globalization;

namespace IncidentKit;

/// <summary>Reads the fields of an object of a document. What a field lacks, or has at fault, is the default.</summary>
internal sealed class DocumentFieldReader(DocumentObject file) : DocumentFields
{
    private readonly List<string> _known = [];

    /// <summary>Reads an object; each key that is none of its fields is a fault.</summary>
    public static T Read<T>(DocumentObject file, Func<DocumentFields, T> fields, params ReadOnlySpan<string> ignored)
    {
        var reader = new DocumentFieldReader(file);
        reader._known.AddRange(ignored);
        var value = fields(reader);
        file.AllowOnly([.. reader._known]);
        return value;
    }

    public override int Whole(string key, int value, int least, bool required)
    {
        if (required && !file.Has(key))
            file.Fault(key, Invariant($"is required: a whole number from {least}"));
        return file.Whole(Known(key), least) ?? value;
    }

    public override bool Flag(string key, bool value) => file.Flag(Known(key)) ?? value;

    public override bool? OptionalFlag(string key, bool? value) => file.Flag(Known(key)) ?? value;

    public override string Text(string key, string value, bool required) => file.Text(Known(key), required) ?? value;

    public override string? OptionalText(string key, string? value) => file.Text(Known(key)) ?? value;

    public override IReadOnlyList<string> Texts(string key, IReadOnlyList<string> value) => file.Texts(Known(key));

    public override TimeSpan Span(string key, TimeSpan value) => file.Span(Known(key)) ?? value;

    public override TimeSpan? OptionalSpan(string key, TimeSpan? value, bool leftOut) => file.Span(Known(key)) ?? value;

    public override T Word<T>(string key, T value) => file.OneOf(Known(key), DocumentWords.All<T>()) ?? value;

    public override T? OptionalWord<T>(string key, T? value) => file.OneOf(Known(key), DocumentWords.All<T>()) ?? value;

    public override IReadOnlyList<T> Words<T>(string key, IReadOnlyList<T> value)
    {
        if (file.Group(Known(key)) is not { } texts)
            return value;
        var words = DocumentWords.All<T>();
        List<T> read = [];
        foreach (var text in texts)
        {
            if (words.TryGetValue(file.Known(text, words.Keys), out var word))
                read.Add(word);
            else
                file.Fault(key, $"\"{FaultLine.Short(text)}\" is not one of {string.Join(", ", words.Keys)}");
        }

        return read;
    }

    public override IReadOnlyDictionary<string, T>? WordByKey<T>(
        string key, IReadOnlyList<KeyValuePair<string, T>> value, IReadOnlyList<string> known)
    {
        if (file.Child(Known(key)) is not { } child)
            return null;
        var (words, read) = (DocumentWords.All<T>(), new Dictionary<string, T>(StringComparer.Ordinal));
        foreach (var name in child.Keys.Distinct(StringComparer.Ordinal))
        {
            if (child.OneOf(name, words, required: true) is { } word)
                read[child.Known(name, known)] = word;
        }

        return read;
    }

    public override TimeZoneInfo Zone(string key, TimeZoneInfo value)
    {
        if (file.Text(Known(key)) is not { } id)
            return value;
        if (TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
            return zone;
        file.Fault(key, $"\"{id}\" is no time zone of this system: write it as Europe/Berlin");
        return value;
    }

    public override TimeOnly Clock(string key, TimeOnly value)
    {
        if (file.Text(Known(key), required: true) is not { } text)
            return value;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock))
            return clock;
        file.Fault(key, $"\"{text}\" is no time of day: write it as 09:00");
        return value;
    }

    public override IReadOnlyList<DateOnly> Dates(string key, IEnumerable<DateOnly> value)
    {
        List<DateOnly> dates = [];
        foreach (var text in file.Texts(Known(key)))
        {
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                dates.Add(date);
            else
                file.Fault(key, $"\"{text}\" is no date: write it as 2025-12-25");
        }

        return dates;
    }

    public override T Object<T>(string key, T value, Func<DocumentFields, T, T> fields, string? missing)
    {
        if (file.Child(Known(key)) is { } child)
            return Read(child, f => fields(f, value));
        if (missing is not null)
            file.Fault(key, missing);
        return value;
    }

    public override T? OptionalObject<T>(string key, T? value, Func<DocumentFields, T, T?> fields, bool leftOut) =>
        file.Child(Known(key)) is { } child ? Read(child, f => fields(f, value ?? default)) : value;

    public override IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> value, T blank, Func<DocumentFields, T, int, T> fields)
    {
        var index = 0;
        return file.List(Known(key), item => item.IsObject ? Read(item, f => fields(f, blank, index++)) : blank) ?? value;
    }

    public override (bool IsThere, IReadOnlyList<T>? Items) ListOrWord<T>(
        string key, string word, IReadOnlyList<T>? value, T blank, Func<DocumentFields, T, T> fields)
    {
        if (file.IsText(Known(key), word))
            return (true, null);
        var before = file.FaultCount;
        var items = file.List(key, item => Read(item, f => fields(f, blank)));
        return file.FaultCount > before ? (true, null) : (items is not null, items);
    }

    public override IReadOnlyList<T> TextsOrObjects<T>(
        string key, IReadOnlyList<T> value, Func<T, string?> text, Func<string, T> fromText, Func<DocumentFields, T?, T?> fields)
        where T : class =>
        file.ListOf<T>(Known(key), fromText, item => Read(item, f => fields(f, null))) ?? value;

    public override void Fault(string? key, string reason) => file.Fault(key, reason);

    public override void ExactlyOne(params IReadOnlyList<string> keys)
    {
        if (file.Keys.Count() != 1)
            file.Fault(null, $"exactly one of {string.Join(", ", keys.SkipLast(1))} and {keys[^1]} is expected");
    }

    private string Known(string key)
    {
        _known.Add(key);
        return key;
    }
}
