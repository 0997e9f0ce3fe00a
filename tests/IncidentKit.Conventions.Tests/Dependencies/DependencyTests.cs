namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>Which folders of Core use each other, by symbol: what the test on words in the text cannot see.</summary>
public sealed class DependencyTests
{
    // Folders that use each other in a circle today. A new knot fails the test, and so does one that is gone and still listed.
    private static readonly string[] KnownKnots =
    [
        "Deliveries, Management, Telemetry",
        "Lifecycle, Obligations, Policies, Rules, Ways",
    ];

    [Fact]
    public void Core_Folders_UseEachOtherInNoOtherCircle()
    {
        var root = Repository.Path("src", "IncidentKit.Core");
        var sources = Repository.Sources("src", "IncidentKit.Core")
            .ToDictionary(file => Path.GetRelativePath(root, file), File.ReadAllText, StringComparer.Ordinal);

        var knots = Components.Of(SourceGraph.Of(sources).Select(use => (Folder(use.From), Folder(use.To))).Distinct());

        Assert.Equal(KnownKnots, knots.Select(knot => string.Join(", ", knot)));
    }

    [Fact]
    public void Components_OfACircleAndAChain_AreTheCircle()
    {
        var knots = Components.Of([("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("d", "e"), ("e", "e")]);

        Assert.Equal(["a", "b", "c"], Assert.Single(knots));
    }

    private static string Folder(string file) => file.Split(Path.DirectorySeparatorChar)[0];
}
