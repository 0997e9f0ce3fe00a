using System.Text.Json.Nodes;

namespace IncidentKit.Conventions.Tests.Schemas;

/// <summary>Describes the fields of a document as a JSON Schema: the same description that reads and writes it.</summary>
internal sealed class SchemaFields(Type owner) : DocumentFields
{
    private const string SpanPattern = "^([0-9]+\\.)?[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?$";

    private readonly JsonObject _properties = [];
    private readonly JsonArray _required = [];

    /// <summary>The schema of an object with some fields.</summary>
    public static JsonObject Of<T>(T value, Func<DocumentFields, T, T> fields) => SchemaOf<T>(f => fields(f, value));

    public override int Whole(string key, int value, int least, bool required) =>
        Add(key, value, new() { ["type"] = "integer", ["minimum"] = least }, required);

    public override bool Flag(string key, bool value) => Add(key, value, new() { ["type"] = "boolean" });

    public override bool? OptionalFlag(string key, bool? value) => Add(key, value, new() { ["type"] = "boolean" });

    public override string Text(string key, string value, bool required) => Add(key, value, new() { ["type"] = "string" }, required);

    public override string? OptionalText(string key, string? value) => Add(key, value, new() { ["type"] = "string" });

    public override IReadOnlyList<string> Texts(string key, IReadOnlyList<string> value) =>
        Add(key, value, ListOf(new() { ["type"] = "string" }));

    public override TimeSpan Span(string key, TimeSpan value) => Add(key, value, SpanSchema());

    public override TimeSpan? OptionalSpan(string key, TimeSpan? value, bool leftOut) =>
        Add(key, value, leftOut ? SpanSchema() : new() { ["type"] = new JsonArray("string", "null"), ["pattern"] = SpanPattern });

    public override T Word<T>(string key, T value) => Add(key, value, WordSchema<T>());

    public override T? OptionalWord<T>(string key, T? value) => Add(key, value, WordSchema<T>());

    public override IReadOnlyList<T> Words<T>(string key, IReadOnlyList<T> value) =>
        Add(key, value, new() { ["anyOf"] = new JsonArray(WordSchema<T>(), ListOf(WordSchema<T>())) });

    public override IReadOnlyDictionary<string, T>? WordByKey<T>(
        string key, IReadOnlyList<KeyValuePair<string, T>> value, IReadOnlyList<string> known) =>
        Add<IReadOnlyDictionary<string, T>?>(key, null, new() { ["type"] = "object", ["additionalProperties"] = WordSchema<T>() });

    public override TimeZoneInfo Zone(string key, TimeZoneInfo value) => Add(key, value, new() { ["type"] = "string" });

    public override TimeOnly Clock(string key, TimeOnly value) =>
        Add(key, value, new() { ["type"] = "string", ["pattern"] = "^([01][0-9]|2[0-3]):[0-5][0-9]$" }, required: true);

    public override IReadOnlyList<DateOnly> Dates(string key, IEnumerable<DateOnly> value) =>
        Add<IReadOnlyList<DateOnly>>(key, [.. value], ListOf(new() { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }));

    public override T Object<T>(string key, T value, Func<DocumentFields, T, T> fields, string? missing) =>
        Add(key, value, SchemaOf<T>(f => fields(f, value)), missing is not null);

    public override T? OptionalObject<T>(string key, T? value, Func<DocumentFields, T, T?> fields, bool leftOut)
    {
        var schema = SchemaOf<T>(f => fields(f, value ?? default));
        if (!leftOut)
            schema["type"] = new JsonArray("object", "null");
        return Add(key, value, schema);
    }

    public override IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> value, T blank, Func<DocumentFields, T, int, T> fields) =>
        Add(key, value, ListOf(SchemaOf<T>(f => fields(f, blank, 0))));

    public override (bool IsThere, IReadOnlyList<T>? Items) ListOrWord<T>(
        string key, string word, IReadOnlyList<T>? value, T blank, Func<DocumentFields, T, T> fields)
    {
        var rows = ListOf(SchemaOf<T>(f => fields(f, blank)));
        Add(key, value, new() { ["anyOf"] = new JsonArray(new JsonObject { ["const"] = word }, rows) });
        return (true, value);
    }

    public override IReadOnlyList<T> TextsOrObjects<T>(
        string key, IReadOnlyList<T> value, Func<T, string?> text, Func<string, T> fromText, Func<DocumentFields, T?, T?> fields)
        where T : class =>
        Add(key, value, ListOf(new()
        {
            ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, SchemaOf<T>(f => fields(f, null))),
        }));

    public override void ExactlyOne(params IReadOnlyList<string> keys)
    {
        _properties.Parent!["minProperties"] = 1;
        _properties.Parent["maxProperties"] = 1;
    }

    private static JsonObject SchemaOf<T>(Action<SchemaFields> describe)
    {
        var fields = new SchemaFields(typeof(T));
        var schema = new JsonObject { ["type"] = "object", ["properties"] = fields._properties, ["additionalProperties"] = false };
        describe(fields);
        if (fields._required.Count > 0)
            schema["required"] = fields._required;
        return schema;
    }

    private static JsonObject ListOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject SpanSchema() => new() { ["type"] = "string", ["pattern"] = SpanPattern };

    private static JsonObject WordSchema<T>()
        where T : struct, Enum => new() { ["enum"] = new JsonArray([.. DocumentWords.All<T>().Keys.Select(word => (JsonNode)word)]) };

    private T Add<T>(string key, T value, JsonObject schema, bool required = false)
    {
        if (VocabularyPages.SummaryOf(owner, key) is { } summary)
            schema["description"] = summary;
        _properties[key] = schema;
        if (required)
            _required.Add(key);
        return value;
    }
}
