using System.Text.Json;

namespace IncidentKit.Rotation.Tests;

/// <summary>One of the recorded cases: a schedule, a question, and what other systems answered.</summary>
internal sealed class RotationCase(JsonElement json)
{
    private static readonly Dictionary<string, RotationCase> All = Read();

    public static IEnumerable<string> Ids => All.Keys.Order(StringComparer.Ordinal);

    public JsonElement Query => json.GetProperty("query");

    public JsonElement Expect => json.GetProperty("expect");

    public string Schedule => json.GetProperty("schedule").GetRawText();

    public static RotationCase Find(string id) => All[id];

    public static string Fixture(string name) => Path.Combine(AppContext.BaseDirectory, "fixtures", name);

    private static Dictionary<string, RotationCase> Read()
    {
        var document = JsonDocument.Parse(File.ReadAllText(Fixture("rotation-cases.json")));
        return document.RootElement.GetProperty("cases")
            .EnumerateArray()
            .ToDictionary(c => c.GetProperty("id").GetString()!, c => new RotationCase(c));
    }
}
