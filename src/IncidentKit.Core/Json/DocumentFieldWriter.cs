using System.Globalization;
using System.Text;
using System.Text.Json;

namespace IncidentKit;

/// <summary>Writes the fields of a document.</summary>
internal sealed class DocumentFieldWriter : DocumentFields
{
    private readonly Utf8JsonWriter _json;

    private DocumentFieldWriter(Utf8JsonWriter json) => _json = json;

    /// <summary>The document of a value, indented.</summary>
    public static string Write<T>(T value, Func<DocumentFields, T, T> fields)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            var writer = new DocumentFieldWriter(json);
            writer.Object(() => fields(writer, value));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    public override int Whole(string key, int value, int least, bool required)
    {
        _json.WriteNumber(key, value);
        return value;
    }

    public override bool Flag(string key, bool value)
    {
        _json.WriteBoolean(key, value);
        return value;
    }

    public override bool? OptionalFlag(string key, bool? value) => value is { } flag ? Flag(key, flag) : null;

    public override string Text(string key, string value, bool required)
    {
        _json.WriteString(key, value);
        return value;
    }

    public override string? OptionalText(string key, string? value) => value is null ? null : Text(key, value, false);

    public override IReadOnlyList<string> Texts(string key, IReadOnlyList<string> value) => Array(key, value, _json.WriteStringValue);

    public override TimeSpan Span(string key, TimeSpan value)
    {
        _json.WriteString(key, value.ToString("c", CultureInfo.InvariantCulture));
        return value;
    }

    public override TimeSpan? OptionalSpan(string key, TimeSpan? value, bool leftOut) =>
        value is { } span ? Span(key, span) : Null<TimeSpan>(key, leftOut);

    public override T Word<T>(string key, T value)
    {
        _json.WriteString(key, DocumentWords.Of(value));
        return value;
    }

    public override T? OptionalWord<T>(string key, T? value) => value is { } word ? Word(key, word) : null;

    public override IReadOnlyList<T> Words<T>(string key, IReadOnlyList<T> value) =>
        value.Count == 0 ? value : Array(key, value, word => _json.WriteStringValue(DocumentWords.Of(word)));

    public override IReadOnlyDictionary<string, T>? WordByKey<T>(
        string key, IReadOnlyList<KeyValuePair<string, T>> value, IReadOnlyList<string> known)
    {
        _json.WritePropertyName(key);
        Object(() =>
        {
            foreach (var (name, word) in value)
                Word(name, word);
        });
        return null;
    }

    public override TimeZoneInfo Zone(string key, TimeZoneInfo value)
    {
        _json.WriteString(key, value.Id);
        return value;
    }

    public override TimeOnly Clock(string key, TimeOnly value)
    {
        _json.WriteString(key, value.ToString("HH:mm", CultureInfo.InvariantCulture));
        return value;
    }

    public override IReadOnlyList<DateOnly> Dates(string key, IEnumerable<DateOnly> value) =>
        Array(key, [.. value], date => _json.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public override T Object<T>(string key, T value, Func<DocumentFields, T, T> fields, string? missing)
    {
        _json.WritePropertyName(key);
        Object(() => fields(this, value));
        return value;
    }

    public override T? OptionalObject<T>(string key, T? value, Func<DocumentFields, T, T?> fields, bool leftOut)
    {
        if (value is not { } known)
            return Null<T>(key, leftOut);
        _json.WritePropertyName(key);
        Object(() => fields(this, known));
        return value;
    }

    public override IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> value, T blank, Func<DocumentFields, T, int, T> fields)
    {
        var index = 0;
        return Array(key, value, item => Object(() => fields(this, item, index++)));
    }

    public override (bool IsThere, IReadOnlyList<T>? Items) ListOrWord<T>(
        string key, string word, IReadOnlyList<T>? value, T blank, Func<DocumentFields, T, T> fields)
    {
        if (value is null)
            _json.WriteString(key, word);
        else
            Array(key, value, item => Object(() => fields(this, item)));
        return (true, value);
    }

    public override IReadOnlyList<T> TextsOrObjects<T>(
        string key, IReadOnlyList<T> value, Func<T, string?> text, Func<string, T> fromText, Func<DocumentFields, T?, T?> fields)
        where T : class =>
        Array(key, value, item =>
        {
            if (text(item) is { } written)
                _json.WriteStringValue(written);
            else
                Object(() => fields(this, item));
        });

    private void Object(Action fields)
    {
        _json.WriteStartObject();
        fields();
        _json.WriteEndObject();
    }

    private IReadOnlyList<T> Array<T>(string key, IReadOnlyList<T> items, Action<T> write)
    {
        _json.WriteStartArray(key);
        foreach (var item in items)
            write(item);
        _json.WriteEndArray();
        return items;
    }

    private T? Null<T>(string key, bool leftOut)
        where T : struct
    {
        if (!leftOut)
            _json.WriteNull(key);
        return null;
    }
}
