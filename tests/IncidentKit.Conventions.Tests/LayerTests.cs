using System.Text.RegularExpressions;

namespace IncidentKit.Conventions.Tests;

/// <summary>Inside Core, a folder uses only folders of its own layer or below.</summary>
public sealed partial class LayerTests
{
    // Folders of one line may use each other; each line may use the lines above it.
    private static readonly string[][] Layers =
    [
        ["Documents", "Calendars", "Severities", "Roles", "Mitigation", "Communication", "PostMortems"],
        ["Incidents"],
        ["Rules", "Ways", "Obligations", "Lifecycle", "Policies"],
        ["Alerts", "Insights", "Paging", "Ports", "Storage"],
        ["Deliveries", "Management", "Telemetry"],
        ["DependencyInjection"],
    ];

    // The closed hierarchies stand on one page each, so that the whole vocabulary is seen at once.
    private static readonly string[] Vocabulary = ["IncidentCommand.cs", "IncidentEvent.cs"];

    [Fact]
    public void Core_EveryFolder_BelongsToALayer()
    {
        var folders = Directory.EnumerateDirectories(Repository.Path("src", "IncidentKit.Core"))
            .Select(Path.GetFileName)
            .Where(f => f is not ("bin" or "obj"));

        Assert.Empty(folders.Except(Layers.SelectMany(l => l)));
    }

    [Fact]
    public void Core_EveryFile_UsesItsOwnLayerOrOneBelow()
    {
        var sources = Repository.Sources("src", "IncidentKit.Core")
            .Select(f => (File: f, Folder: Folder(f), Text: Comments().Replace(File.ReadAllText(f), "")))
            .ToList();
        var homes = sources.SelectMany(s => Types().Matches(s.Text).Select(m => (Type: m.Groups[1].Value, s.Folder)))
            .GroupBy(t => t.Type)
            .Where(g => g.Select(t => t.Folder).Distinct().Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Folder);

        var upward = from source in sources
                     from word in Words().Matches(source.Text).Select(m => m.Value).Distinct()
                     where homes.TryGetValue(word, out var home) && Layer(home) > Layer(source.Folder)
                     select $"{source.Folder}/{Path.GetFileName(source.File)} uses {word} of {homes[word]}";

        Assert.Empty(upward);
    }

    [Fact]
    public void Core_OneFile_NamesStateless()
    {
        var files = Repository.Sources("src")
            .Where(f => Comments().Replace(File.ReadAllText(f), "").Contains("Stateless", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(["PhaseMachine.cs"], files);
    }

    [Fact]
    public void Core_OneFile_AsksTimeZonesForOffsets()
    {
        var files = Repository.Sources("src")
            .Where(f => File.ReadAllText(f).Contains("GetUtcOffset", StringComparison.Ordinal))
            .Select(Path.GetFileName);

        Assert.Equal(["LocalTime.cs"], files);
    }

    [Fact]
    public void Core_PublicTypes_AreSealedOrClosed()
    {
        var open = from type in typeof(Incident).Assembly.GetExportedTypes()
                       .Concat(typeof(Templates.Notification).Assembly.GetExportedTypes())
                   where type is { IsClass: true, IsSealed: false, IsAbstract: false }
                   select type.Name;

        Assert.Empty(open);
    }

    [Theory]
    [InlineData("Markdig", "MarkdownReading.cs")]
    [InlineData(
        "Scriban", "WordingCheck.cs", "WordingContext.cs", "WordingTemplate.cs", "WordingValues.cs", "WordingWalk.cs", "Wordings.cs")]
    public void Templates_FewFiles_NameTheLibrary(string library, params string[] expected)
    {
        var files = Repository.Sources("src", "IncidentKit.Templates")
            .Where(f => Comments().Replace(File.ReadAllText(f), "").Contains(library, StringComparison.Ordinal))
            .Select(Path.GetFileName)
            .Order(StringComparer.Ordinal);

        Assert.Equal(expected, files);
    }

    [Fact]
    public void Core_KnowsNoTemplates()
    {
        var files = Repository.Sources("src", "IncidentKit.Core")
            .Where(f => Comments().Replace(File.ReadAllText(f), "").Contains("IncidentKit.Templates", StringComparison.Ordinal));

        Assert.Empty(files);
    }

    [Fact]
    public void Core_Files_NineOfTenHaveAtMost150Lines()
    {
        var lengths = Repository.Sources("src")
            .Where(f => !Vocabulary.Contains(Path.GetFileName(f)))
            .Select(f => File.ReadLines(f).Count())
            .Order()
            .ToList();

        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 150);
    }

    private static string Folder(string file) =>
        Path.GetRelativePath(Repository.Path("src", "IncidentKit.Core"), file).Split(Path.DirectorySeparatorChar)[0];

    private static int Layer(string folder) => Array.FindIndex(Layers, l => l.Contains(folder));

    [GeneratedRegex("""(?m)//.*$|"(?:\\.|[^"\\\n])*"|typeof\([A-Za-z]+\)""")]
    private static partial Regex Comments();

    [GeneratedRegex(@"\b(?:class|interface|enum|record(?: struct)?|struct)\s+([A-Z]\w+)")]
    private static partial Regex Types();

    [GeneratedRegex(@"(?<!\.)\b[A-Z]\w+\b(?!\s*(?:\{ get|=[^=>]))")]
    private static partial Regex Words();
}
