using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace IncidentKit.Conventions.Tests.Schemas;

/// <summary>The JSON Schema files, and the page of the policy document, as the code says them.</summary>
internal static class SchemaFiles
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static IReadOnlyList<string> Names { get; } = ["policy", "command", "event", "incident"];

    public static string Text(string name) => Of(name).ToJsonString(Indented) + "\n";

    public static JsonObject Of(string name)
    {
        var (title, schema) = name switch
        {
            "policy" => ("An incident policy", Policy()),
            "command" => ("A command to an incident", Exported(typeof(IncidentCommand))),
            "event" => ("An event of an incident", Exported(typeof(IncidentEvent))),
            _ => ("The events of an incident, in the order of recording", Exported(typeof(IncidentEvent[]))),
        };
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema;
    }

    /// <summary>The reference page of the policy document.</summary>
    public static string PolicyPage()
    {
        var defaults = JsonNode.Parse(IncidentPolicyJson.Write(IncidentPolicy.Default))!.AsObject();
        var rows = Rows(Policy(), "").Select(row =>
        {
            var known = !row.Key.Contains('.', StringComparison.Ordinal) && !row.Key.Contains('[', StringComparison.Ordinal)
                && defaults[row.Key] is JsonValue value && row.Key != "name"
                ? $"`{value.ToJsonString()}`"
                : "";
            return $"| `{row.Key}` | {row.Type} | {known} | {row.Summary.Replace("|", "\\|", StringComparison.Ordinal)} |\n";
        });
        return "# The policy document\n\nThis page is made from the code; a test compares the two. The JSON Schema is "
            + "[schemas/policy.schema.json](schemas/policy.schema.json). A key that is left out has its default; "
            + "required keys are marked.\n\n"
            + $"| key | value | default | what it says |\n|---|---|---|---|\n{string.Concat(rows)}";
    }

    private static JsonObject Policy()
    {
        var schema = SchemaFields.Of(IncidentPolicy.Default, PolicyFields.Policy);
        schema["properties"]!.AsObject().Insert(0, "$schema", new JsonObject { ["type"] = "string" });
        return schema;
    }

    private static IEnumerable<(string Key, string Type, string Summary)> Rows(JsonNode schema, string prefix)
    {
        var required = schema["required"]?.AsArray().Select(key => (string)key!).ToList() ?? [];
        foreach (var (key, value) in schema["properties"]?.AsObject() ?? [])
        {
            if (key == "$schema")
                continue;
            var type = TypeOf(value!) + (required.Contains(key) ? ", required" : "");
            yield return (prefix + key, type, (string?)value!["description"] ?? "");
            var inner = value["items"]
                ?? value["anyOf"]?.AsArray().Select(any => any!["items"]).FirstOrDefault(any => any is not null)
                ?? value;
            foreach (var row in Rows(inner, $"{prefix}{key}{(inner == value ? "" : "[]")}."))
                yield return row;
        }
    }

    private static string TypeOf(JsonNode schema) =>
        schema["enum"] is JsonArray words ? string.Join(", ", words.Select(word => $"`{word}`"))
        : schema["const"] is { } word ? $"`{word}`"
        : schema["anyOf"] is JsonArray any ? string.Join(" or ", any.Select(one => TypeOf(one!)))
        : schema["items"] is { } items ? $"list of: {TypeOf(items)}"
        : schema["type"] is JsonArray types ? string.Join(" or ", types.Select(type => (string)type!))
        : (string?)schema["type"] ?? "any";

    private static JsonObject Exported(Type type) => IncidentJsonContext.Default.Options.GetJsonSchemaAsNode(type, new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = (context, node) => (Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type) switch
        {
            var t when t == typeof(DateTimeOffset) || t == typeof(When) => new JsonObject { ["type"] = new JsonArray("string", "null") },
            var t when t == typeof(IncidentId) => new JsonObject { ["type"] = new JsonArray("string", "null") },
            _ => node,
        },
    }).AsObject();
}
