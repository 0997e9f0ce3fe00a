using IncidentKit.Samples.ConsoleHost.Figures;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>What `figures` says of folders that are not sound, and how it looks.</summary>
public sealed class FiguresInputTests
{
    private const string Sound = """{ "id": "x", "title": "T", "service": "S", "date": "2025-11-18", "started": null }""";

    [Fact]
    public void Figures_FolderThatIsNone_IsUnsound()
    {
        using var empty = new TemporaryFolder();

        Assert.Contains("there is no such folder", Refused("nothing-there"), StringComparison.Ordinal);
        Assert.Contains(
            "this is a file: name a folder",
            Refused(Host.Fixture("incidents", "worked-example.json")),
            StringComparison.Ordinal);
        Assert.Contains("holds no file that ends in .json", Refused(empty.Path), StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_ManyFaults_AreAllNamed_AndNothingIsWritten()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.json", Sound);
        folder.Write("b.json", "no json");
        folder.Write("c.json", """{ "id": "y", "service": "S", "date": "?", "started": null }""");
        folder.Write("d.json", Sound);
        folder.Write("e.txt", "not read");

        var lines = Refused(folder.Path).Trim().Split('\n');

        Assert.Equal(["b.json", "c.json", "c.json", "d.json"], lines.Select(line => Path.GetFileName(line.Split(':')[0])));
        Assert.Contains("$.id: \"x\" is the id of a.json too", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_FaultsInManyFiles_AreFiftyLinesAndACount()
    {
        using var folder = new TemporaryFolder();
        foreach (var i in Enumerable.Range(0, 70))
            folder.Write($"{i:00}.json", "{}");

        var lines = Refused(folder.Path).Trim().Split('\n');

        Assert.Equal(51, lines.Length);
        Assert.Matches("^… and \\d+ more faults; 70 files have some$", lines[^1].Trim());
    }

    [Theory]
    [InlineData("--from", "2025-13-01", "is neither a day nor a time with an offset")]
    [InlineData("--to", "2025-11-18T10:00", "is neither a day nor a time with an offset")]
    public void Figures_TimeThatIsNone_IsUnsound(string option, string value, string expected) =>
        Assert.Contains(expected, Refused(Host.Fixture("incidents"), option, value), StringComparison.Ordinal);

    [Fact]
    public void Figures_PeriodThatEndsBeforeItBegins_IsUnsound() =>
        Assert.Contains(
            "--to: 2024-01-01T00:00:00Z is not after 2025-01-01T00:00:00Z",
            Refused(Host.Fixture("incidents"), "--from", "2025-01-01", "--to", "2024-01-01"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Figures_OnATerminal_CutsNothing(int width)
    {
        var folder = IncidentFolder.Read(Host.Fixture("incidents"), IncidentPolicy.Default, null);
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;

        FiguresView.Show(FiguresReport.Of(folder.Incidents, [IncidentPolicy.Default], DateTimeOffset.MaxValue), folder, console);

        var text = writer.ToString();
        Assert.All(text.Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, width));
        Assert.All(
            (string[])["customer report → update ", "8 h 53 min", "firstPublicUpdate", "0 of 1", "Advice:"],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("…", text, StringComparison.Ordinal);
    }

    private static string Refused(params string[] arguments)
    {
        var (exitCode, output, errors) = Host.Run(["figures", .. arguments]);
        Assert.Equal((2, ""), (exitCode, output));
        return errors;
    }
}
