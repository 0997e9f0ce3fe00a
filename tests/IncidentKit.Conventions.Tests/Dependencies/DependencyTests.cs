using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>Core keeps to the rooms and rings of the page on the architecture, which also is the list of what is allowed.</summary>
public sealed class DependencyTests
{
    private static readonly ArchitecturePage Page = ArchitecturePage.Read();
    private static readonly Lazy<CSharpCompilation> Core = new(() => SourceGraph.Compile(Sources()));
    private static readonly Lazy<IReadOnlyList<Dependency>> Uses = new(() => SourceGraph.Of(Core.Value));

    // Partial members without a body, and what the JSON generator adds to its context.
    private static readonly string[] GeneratedMembers = ["CS0117", "CS0534", "CS0762", "CS7036", "CS8795", "CS9248"];

    [Fact]
    public void Folders_OfCore_AreThoseOfThePage() =>
        Assert.Equal(
            Page.Folders.Order(StringComparer.Ordinal),
            Sources().Keys.Select(ArchitecturePage.FolderOf).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Rooms_UseOnlyWhatThePageAllows()
    {
        var forbidden =
            from use in Uses.Value
            let rooms = (From: Page.RoomOf(use.From), To: Page.RoomOf(use.To))
            where !Page.Allows(rooms.From, rooms.To)
            select $"{use.From} ({rooms.From}) uses {use.Symbol} of {use.To} ({rooms.To})";

        Assert.Empty(forbidden.Distinct());
    }

    [Fact]
    public void Page_ListsNoUseThatDoesNotExist()
    {
        var used = Uses.Value.Select(use => (Page.RoomOf(use.From), Page.RoomOf(use.To))).ToHashSet();

        Assert.Empty(Page.Listed.Where(pair => !used.Contains(pair)).Select(pair => $"{pair.From} -> {pair.To}"));
    }

    [Fact]
    public void Circles_AreThoseOfThePage()
    {
        var edges = Uses.Value.Select(use => (Page.RoomOf(use.From).ToString(), Page.RoomOf(use.To).ToString())).Distinct();

        Assert.Equal(Page.Knots, Components.Of(edges).Select(knot => string.Join(", ", knot)));
    }

    // A name that binds to nothing would be a use that nobody sees.
    [Fact]
    public void Names_AllBind_ButThoseOfGenerators()
    {
        var unbound =
            from fault in Core.Value.GetDiagnostics(TestContext.Current.CancellationToken)
            where fault.Severity == DiagnosticSeverity.Error && !GeneratedMembers.Contains(fault.Id)
            select fault.ToString();

        Assert.Empty(unbound);
    }

    [Fact]
    public void Graph_OfTwoFiles_NamesTheMemberThatIsUsed()
    {
        var uses = SourceGraph.Of(SourceGraph.Compile(new Dictionary<string, string>
        {
            ["A/First.cs"] = "static class First { public static int Size(this string text) => text.Length; }",
            ["B/Second.cs"] = "static class Second { public static int Of(string text) => text.Size(); }",
        }));

        Assert.Equal(new Dependency("B/Second.cs", "A/First.cs", "First.Size"), Assert.Single(uses));
    }

    [Fact]
    public void Components_OfACircleAndAChain_AreTheCircle()
    {
        var knots = Components.Of([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "e")]);

        Assert.Equal(["a", "b", "c"], Assert.Single(knots));
    }

    // The sources of Core by their paths below it; shared ones count to the room that bears the name of their folder.
    private static Dictionary<string, string> Sources()
    {
        string[] packages = [Repository.Path("src", "IncidentKit.Core"), Repository.Path("src", "Shared")];
        return packages
            .SelectMany(root => Repository.Sources(root), (root, file) => (Name: Path.GetRelativePath(root, file).Replace('\\', '/'), file))
            .ToDictionary(source => source.Name, source => File.ReadAllText(source.file), StringComparer.Ordinal);
    }
}
