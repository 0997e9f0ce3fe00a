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
    public void ReferencePage_SaysWhatTheCodeSays(string name)
    {
        var expected = name switch
        {
            "rules" => ReferencePages.Rules(),
            "obligations" => ReferencePages.Obligations(),
            "commands" => VocabularyPages.Commands(),
            "events" => VocabularyPages.Events(),
            "telemetry" => TelemetryPage.Text(),
            _ => ReferencePages.PhaseTablePage(),
        };
        Compare(Repository.Path("docs", "reference", name + ".md"), _ => expected);
    }

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
