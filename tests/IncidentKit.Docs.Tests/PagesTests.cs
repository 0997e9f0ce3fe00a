using System.Text.Json;
using IncidentKit.Docs.Tests.Pages;

namespace IncidentKit.Docs.Tests;

/// <summary>Nothing on a page escapes a check by the way it is written.</summary>
public sealed class PagesTests
{
    // Made diagrams: ReferencePagesTests of the conventions compares those of these pages.
    private static readonly string[] PagesWithMadeDiagrams = ["README.md"];

    private static readonly string[] Languages = ["", "csharp", "text", "json", "liquid", "mermaid"];

    [Fact]
    public void Block_EachLanguage_IsOneThatIsChecked() =>
        Assert.Empty(
            DocPage.All.SelectMany(p => p.Blocks).Where(b => !Languages.Contains(b.Language)).Select(b => $"{b.Place} {b.Language}"));

    [Fact]
    public void Text_EachBlock_DirectlyFollowsASnippet() =>
        Assert.Empty(DocPage.All.SelectMany(p => p.Blocks.Where(b => b.Language == "text").Except(p.Outputs.Select(o => o.Text)))
            .Select(b => b.Place));

    [Fact]
    public void Json_EachBlock_IsValid() => Assert.Empty(DocPage.All.SelectMany(InvalidJson));

    [Fact]
    public void Json_ABrokenBlock_IsReported() =>
        Assert.StartsWith(
            "broken.md:2: ",
            Assert.Single(InvalidJson(DocPage.Of("broken.md", "```json\n{ \"open\": \n```\n"))),
            StringComparison.Ordinal);

    [Fact]
    public void Liquid_EachBlock_IsASoundWordingOfAFirstMessage()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            foreach (var block in DocPage.All.SelectMany(p => p.Blocks).Where(b => b.Language == "liquid"))
            {
                File.WriteAllText(Path.Combine(folder.FullName, "initial.liquid"), block.Text);
                Assert.Empty(Templates.Wordings.FromFolder(folder.FullName).Faults);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Diagram_ThatSaysItIsMade_IsOnAPageThatIsCompared()
    {
        var made = DocPage.All.Where(
            p => File.ReadAllText(Repository.Path(p.Name)).Contains("<!-- diagram: made by", StringComparison.Ordinal));

        Assert.Equal(PagesWithMadeDiagrams, made.Select(p => p.Name));
    }

    [Fact]
    public void ConceptPage_Each_ShowsUsageWithItsOutput()
    {
        var concepts = DocPage.All.Where(p => p.Name.StartsWith("docs/concepts/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(concepts);
        Assert.Empty(concepts.Where(p => !p.Outputs.Any(o => o.Snippet.Heading == "Usage")).Select(p => p.Name));
    }

    [Fact]
    public void Readme_ItsExample_ShowsWhatItPrints() => Assert.NotEmpty(DocPage.All.Single(p => p.Name == "README.md").Outputs);

    private static IEnumerable<string> InvalidJson(DocPage page)
    {
        foreach (var block in page.Blocks.Where(b => b.Language == "json"))
        {
            string? fault = null;
            try
            {
                JsonDocument.Parse(block.Text).Dispose();
            }
            catch (JsonException e)
            {
                fault = e.Message;
            }

            if (fault is not null)
                yield return $"{block.Place}: {fault}";
        }
    }
}
