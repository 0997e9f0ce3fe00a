using System.Text.RegularExpressions;

namespace IncidentKit.Conventions.Tests;

/// <summary>A library that ours build on is named in one file, or in few, so that it can be replaced.</summary>
public sealed partial class LibraryTests
{
    [Theory]
    [InlineData("IncidentKit.Core", "Stateless", "PhaseMachine.cs")]
    [InlineData("IncidentKit.Templates", "Markdig", "MarkdownReading.cs")]
    [InlineData(
        "IncidentKit.Templates",
        "Scriban",
        "WordingCheck.cs", "WordingContext.cs", "WordingTemplate.cs", "WordingValues.cs", "WordingWalk.cs", "Wordings.cs")]
    public void Library_IsNamed_InFewFiles(string package, string library, params string[] expected)
    {
        var files = Repository.Sources("src", package).Where(file => Code(file).Contains(library, StringComparison.Ordinal));

        Assert.Equal(expected, files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void TimeZones_AreAskedForOffsets_InOneFile()
    {
        var files = Repository.Sources("src").Where(file => Code(file).Contains("GetUtcOffset", StringComparison.Ordinal));

        Assert.Equal(["YearOffsets.cs"], files.Select(Path.GetFileName));
    }

    private static string Code(string file) => CommentsAndTexts().Replace(File.ReadAllText(file), "");

    [GeneratedRegex("""(?m)//.*$|"(?:\\.|[^"\\\n])*"|typeof\([A-Za-z]+\)""")]
    private static partial Regex CommentsAndTexts();
}
