namespace IncidentKit.Conventions.Tests;

/// <summary>The docs say what the code says. With INCIDENTKIT_WRITE_DOCS=1 they are written instead.</summary>
public sealed class ReferencePagesTests
{
    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_DOCS") == "1";

    [Theory]
    [InlineData("rules")]
    [InlineData("obligations")]
    [InlineData("phase-table")]
    [InlineData("commands")]
    [InlineData("events")]
    [InlineData("telemetry")]
    [InlineData("policy")]
    public void ReferencePage_SaysWhatTheCodeSays(string name)
    {
        var expected = name switch
        {
            "rules" => ReferencePages.Rules(),
            "obligations" => ReferencePages.Obligations(),
            "commands" => VocabularyPages.Commands(),
            "events" => VocabularyPages.Events(),
            "policy" => Schemas.SchemaFiles.PolicyPage(),
            "telemetry" => TelemetryPage.Text(),
            _ => ReferencePages.PhaseTablePage(),
        };
        Compare(Repository.Path("docs", "reference", name + ".md"), _ => expected);
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("command")]
    [InlineData("event")]
    [InlineData("incident")]
    public void Schema_SaysWhatTheCodeSays(string name) =>
        Compare(Repository.Path("docs", "reference", "schemas", name + ".schema.json"), _ => Schemas.SchemaFiles.Text(name));

    [Fact]
    public void Readme_ShowsTheDiagramOfTheMachine() => Compare(Repository.Path("README.md"), text =>
    {
        var start = text.IndexOf("```mermaid", StringComparison.Ordinal);
        var end = text.IndexOf("```", start + 3, StringComparison.Ordinal) + 3;
        return text[..start] + ReferencePages.Diagram() + text[end..];
    });

    private static void Compare(string path, Func<string, string> expectedOf)
    {
        var actual = File.Exists(path) ? File.ReadAllText(path) : "";
        var expected = expectedOf(actual);
        if (IsWriting)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, expected);
        }

        Assert.Equal(expected, File.ReadAllText(path));
    }
}
