using IncidentKit.Docs.Tests.Pages;
using IncidentKit.Docs.Tests.Snippets;

namespace IncidentKit.Docs.Tests;

/// <summary>The checks find what is wrong, so that their silence means something.</summary>
public sealed class CheckerTests
{
    [Fact]
    public void FaultsOf_AnUnknownName_SaysPageLineAndMessage()
    {
        var page = DocPage.Of("broken.md", "# Broken\n\n```csharp\nvar a = 1;\nConsole.WriteLine(a + b);\n```\n");

        Assert.Equal("broken.md:5: CS0103 The name 'b' does not exist in the current context", Assert.Single(Faults(page)));
    }

    [Fact]
    public void FaultsOf_ANullableWarning_IsAFault()
    {
        var page = DocPage.Of("broken.md", "```csharp\nstring? a = args.FirstOrDefault();\nConsole.WriteLine(a.Length);\n```\n");

        Assert.StartsWith("broken.md:3: CS8602 ", Assert.Single(Faults(page)), StringComparison.Ordinal);
    }

    [Fact]
    public void FaultsOf_AnUnusedVariable_IsNone() => Assert.Empty(Faults(DocPage.Of("good.md", "```csharp\nvar unused = 1;\n```\n")));

    [Fact]
    public void FaultsOf_ALibraryWithoutItsUsing_IsAFault() =>
        Assert.StartsWith(
            "broken.md:2: CS0103 ",
            Assert.Single(Faults(DocPage.Of("broken.md", "```csharp\nConsole.WriteLine(IncidentPolicy.Default);\n```\n"))),
            StringComparison.Ordinal);

    [Fact]
    public void FaultsOf_BrokenBlockAfterAGoodOne_IsItsOwn()
    {
        var page = DocPage.Of("broken.md", "```csharp\nvar a = 1;\n```\n\nmore\n\n```csharp\nvar a = 2;\n```\n");

        Assert.Empty(SnippetCompiler.FaultsOf(page, page.Snippets[0]));
        Assert.StartsWith(
            "broken.md:8: CS0128 ",
            Assert.Single(SnippetCompiler.FaultsOf(page, page.Snippets[1])).ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void FaultsOf_UsingsAndTypesInLaterBlocks_AreNone()
    {
        var page = DocPage.Of(
            "good.md",
            "```csharp\nusing System.Text;\nvar a = new StringBuilder();\n"
                + "record First(int Value);\n```\n```csharp\nusing System.Globalization;\n"
                + "a.Append(CultureInfo.InvariantCulture, $\"{new First(1)}\");\n```\n");

        Assert.Empty(Faults(page));
    }

    [Fact]
    public void FaultsOf_TypesAlone_AreNone() =>
        Assert.Empty(Faults(DocPage.Of("good.md", "```csharp\npublic sealed record Only(int Value);\n```\n")));

    [Fact]
    public async Task PrintedBy_TwoBlocks_TellsThemApart()
    {
        var page = DocPage.Of(
            "good.md",
            "```csharp\nvar a = 1;\nConsole.WriteLine(a);\n```\n```text\n1\n```\n```csharp\nConsole.WriteLine(a + 1);\n"
                + "await Task.Yield();\n```\n");

        var printed = await SnippetRun.PrintedBy(page, TestContext.Current.CancellationToken);

        Assert.Equal(["1\n", "2\n"], page.Snippets.Select(s => printed[s]));
        Assert.Equal("1\n", Assert.Single(page.Outputs).Text.Text);
    }

    [Fact]
    public async Task PrintedBy_AProgramThatThrows_ShowsTheLineOfThePage()
    {
        var page = DocPage.Of("broken.md", "```csharp\nConsole.WriteLine(1);\nthrow new InvalidOperationException(\"boom\");\n```\n");

        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(
            () => SnippetRun.PrintedBy(page, TestContext.Current.CancellationToken));

        Assert.Contains("broken.md:line 3", thrown.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PrintedBy_AProgramWithAnErrorCode_IsRefused()
    {
        var page = DocPage.Of("broken.md", "```csharp\nConsole.WriteLine(1);\nreturn 2;\n```\n");

        await Assert.ThrowsAsync<InvalidOperationException>(() => SnippetRun.PrintedBy(page, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Read_ABlockWithoutEnd_IsRefused() =>
        Assert.Throws<FormatException>(() => DocPage.Of("broken.md", "```csharp\nvar a = 1;\n"));

    [Fact]
    public void Read_TextAfterASentence_IsNoOutput() =>
        Assert.Empty(DocPage.Of("good.md", "```csharp\nConsole.WriteLine(1);\n```\nand\n```text\n2\n```\n").Outputs);

    private static IEnumerable<string> Faults(DocPage page) =>
        page.Snippets.SelectMany(b => SnippetCompiler.FaultsOf(page, b)).Select(f => f.ToString());
}
