using IncidentKit.Docs.Tests.Pages;
using IncidentKit.Docs.Tests.Snippets;

namespace IncidentKit.Docs.Tests;

/// <summary>A reader who copies the C# of a page in order has a program that compiles, and that prints what the page shows.</summary>
public sealed class SnippetsTests
{
    // Pages whose program cannot run here, each with its reason.
    private static readonly Dictionary<string, string> CompiledOnly = [];

    public static TheoryData<string> Snippets { get; } = [.. DocPage.All.SelectMany(p => p.Snippets).Select(b => b.Place)];

    public static TheoryData<string> Programs { get; } =
        [.. DocPage.All.Where(p => p.Snippets.Count > 0 && !CompiledOnly.ContainsKey(p.Name)).Select(p => p.Name)];

    public static TheoryData<string> Outputs { get; } =
        [.. DocPage.All.Where(p => !CompiledOnly.ContainsKey(p.Name)).SelectMany(p => p.Outputs).Select(o => o.Text.Place)];

    [Theory]
    [MemberData(nameof(Snippets))]
    public void Snippet_AfterThoseBeforeIt_Compiles(string place)
    {
        var (page, block) = DocPage.All.SelectMany(p => p.Snippets, (p, b) => (p, b)).Single(s => s.b.Place == place);

        // In full: a list in an assertion is cut short.
        if (SnippetCompiler.FaultsOf(page, block) is { Count: > 0 } faults)
            Assert.Fail(string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Program_OfAPage_RunsToItsEnd(string name)
    {
        var page = DocPage.All.Single(p => p.Name == name);

        Assert.Equal(page.Snippets.Count, (await SnippetRun.PrintedBy(page, TestContext.Current.CancellationToken)).Count);
    }

    [Theory]
    [MemberData(nameof(Outputs))]
    public async Task Output_ThatAPageShows_IsWhatTheSnippetPrints(string place)
    {
        var (page, snippet, text) = DocPage.All.SelectMany(p => p.Outputs, (p, o) => (p, o.Snippet, o.Text))
            .Single(o => o.Text.Place == place);

        var printed = (await SnippetRun.PrintedBy(page, TestContext.Current.CancellationToken))[snippet];
        if (Environment.GetEnvironmentVariable("INCIDENTKIT_WRITE_DOCS") == "1")
            page.Write(text, printed);
        else
            Assert.Equal(text.Text, printed);
    }

    [Fact]
    public void CompiledOnly_EachPage_ExistsAndHasSnippets() =>
        Assert.Empty(CompiledOnly.Keys.Except(DocPage.All.Where(p => p.Snippets.Count > 0).Select(p => p.Name)));
}
