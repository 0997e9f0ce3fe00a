using System.Text.Json;

namespace IncidentKit;

/// <summary>The decision table of a policy document: a list of rows, or the word "none".</summary>
internal static class SeverityTableJson
{
    private const string Key = "classifier";
    private const string None = "none";

    public static void Write(Utf8JsonWriter json, SeverityClassifier? classifier)
    {
        if (classifier is null)
        {
            json.WriteString(Key, None);
            return;
        }

        json.WriteStartArray(Key);
        foreach (var row in classifier.Rows)
        {
            json.WriteStartObject();
            json.WriteString("name", row.Name);
            json.WriteNumber("level", row.Level);
            json.WriteString("reason", row.Reason);
            Write(json, "data", row.Data);
            if (row.CustomersAffected is { } affected)
                json.WriteBoolean("customersAffected", affected);
            Write(json, "function", row.Function);
            if (row.State is { } state)
                json.WriteString("state", IncidentPolicyJson.Word(state));
            Write(json, "reach", row.Reach);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>The policy with the table of the document; as it is where there is none, without a table where that has faults.</summary>
    public static IncidentPolicy Read(DocumentObject file, IncidentPolicy policy)
    {
        if (file.IsText(Key, None))
            return policy.WithClassifier(null);
        var before = file.FaultCount;
        var rows = file.List(Key, ReadRow);
        return file.FaultCount > before ? policy.WithClassifier(null)
            : rows is null ? policy
            : policy.WithClassifier(new SeverityClassifier(rows));
    }

    private static SeverityRow ReadRow(DocumentObject row)
    {
        row.AllowOnly("name", "level", "reason", "data", "customersAffected", "function", "state", "reach");
        if (!row.Has("level"))
            row.Fault("level", "is required: the rank of a level, 1 being the most severe");
        return new SeverityRow
        {
            Name = row.Text("name", required: true) ?? "",
            Level = row.Whole("level", 1) ?? 1,
            Reason = row.Text("reason", required: true) ?? "",
            Data = OneOf<DataImpact>(row, "data"),
            CustomersAffected = row.Flag("customersAffected"),
            Function = OneOf<ImpactFunction>(row, "function"),
            State = row.OneOf("state", IncidentPolicyReader.Words<ImpactState>()),
            Reach = OneOf<ImpactReach>(row, "reach"),
        };
    }

    private static List<T> OneOf<T>(DocumentObject row, string key)
        where T : struct, Enum
    {
        var words = IncidentPolicyReader.Words<T>();
        List<T> read = [];
        foreach (var text in row.Group(key) ?? [])
        {
            if (words.TryGetValue(row.Known(text, words.Keys), out var word))
                read.Add(word);
            else
                row.Fault(key, $"\"{FaultLine.Short(text)}\" is not one of {string.Join(", ", words.Keys)}");
        }

        return read;
    }

    private static void Write<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> words)
        where T : struct, Enum
    {
        if (words.Count == 0)
            return;
        json.WriteStartArray(key);
        foreach (var word in words)
            json.WriteStringValue(IncidentPolicyJson.Word(word));
        json.WriteEndArray();
    }
}
