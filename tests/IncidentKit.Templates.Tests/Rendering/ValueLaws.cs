using System.Text.RegularExpressions;
using FsCheck.Xunit;

namespace IncidentKit.Templates.Tests;

/// <summary>What holds for any text in any field of any wording, in every format.</summary>
[Properties(Arbitrary = [typeof(HostileTexts)], MaxTest = 400, EndSize = 30)]
public sealed partial class ValueLaws
{
    [Property]
    [Process("P41")]
    public void Html_AnyValueInAnyField_KeepsTheStructureAndTheText(HostileText value, byte field) =>
        InHtml(HtmlRenderer.Instance, value, field);

    [Property]
    [Process("P41")]
    public void HtmlPage_AnyValueInAnyField_KeepsTheStructureAndTheText(HostileText value, byte field) =>
        InHtml(HtmlPage.Instance, value, field);

    [Property]
    [Process("P41")]
    public void Markdown_AnyValueInAnyField_KeepsTheStructureAndTheText(HostileText value, byte field)
    {
        var trial = Of(field);
        var read = Trial.Markdown(MarkdownRenderer.Instance.Whole(trial.Render(value.Value)));

        Assert.Equal(Trial.Structure(Trial.Markdown(MarkdownRenderer.Instance.Whole(trial.Render("harmless")))), Trial.Structure(read));
        Assert.Contains(Trial.SeenValue(value.Value), Trial.Seen(read.TextContent), StringComparison.Ordinal);
    }

    [Property]
    [Process("P41")]
    public void Text_AnyValueInAnyField_KeepsTheText(HostileText value, byte field)
    {
        // A quotation puts a bar before each line; a value may begin with one as well.
        static string WithoutBars(string text) => text.Replace("|", "", StringComparison.Ordinal);
        var text = TextRenderer.Instance.Whole(Of(field).Render(value.Value));

        Assert.Contains(WithoutBars(Trial.SeenValue(value.Value)), WithoutBars(Trial.Seen(text)), StringComparison.Ordinal);
    }

    [Property]
    public void TextAndMarkdown_AnyValueInAnyField_MentionNobodyAndHideNothing(HostileText value, byte field)
    {
        var document = Of(field).Render(value.Value);
        foreach (var text in (string[])
        [
            TextRenderer.Instance.Whole(document), MarkdownRenderer.Instance.Whole(document), DocumentRenderer.PlainLine(document.Title),
        ])
        {
            Assert.DoesNotMatch(Mention(), text);
            Assert.False(Trial.HasHidden(text), text);
            Assert.False(ValueTokens.AreIn(text));
        }
    }

    [Property]
    [Process("P40")]
    public void EveryFormat_AnyValueInAnyField_LeavesNoPlaceholderOfTheWording(HostileText value, byte field)
    {
        var document = Of(field).Render(value.Value.Replace("{{", "", StringComparison.Ordinal)
            .Replace("{%", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal));
        foreach (var renderer in (DocumentRenderer[])
        [
            TextRenderer.Instance, MarkdownRenderer.Instance, HtmlRenderer.Instance, HtmlPage.Instance,
        ])
        {
            Assert.DoesNotContain("{{", renderer.Whole(document), StringComparison.Ordinal);
            Assert.DoesNotContain("{%", renderer.Whole(document), StringComparison.Ordinal);
        }
    }

    [Property]
    public void Subject_AnyValueInAnyField_IsOneLine(HostileText value, byte field)
    {
        var subject = DocumentRenderer.PlainLine(Of(field).Render(value.Value).Title);

        Assert.NotEqual("", subject);
        Assert.DoesNotContain(subject, VisibleText.IsLineBreak);
    }

    [Property]
    public void Line_AnyValue_HasNoLineBreak(HostileText value)
    {
        var line = (string?)new WordingValues().Line("field", value.Value).Values["field"] ?? "";

        Assert.DoesNotContain(line, VisibleText.IsLineBreak);
    }

    [Fact]
    public void EveryFormat_OneMegabyteInEachWording_ComesOutWhole()
    {
        var value = string.Concat(Enumerable.Repeat("<b>*@here* [x](https://evil.example)\n", 28_000));
        foreach (var trial in Trial.All.GroupBy(trial => trial.Wording)
            .Select(trials => trials.First(trial => trial.Field is "time" or "symptom" or "known" or "what_happened" or "root_cause")))
        {
            var document = trial.Render(value);
            Assert.Contains(Trial.SeenValue(value), Trial.Seen(TextRenderer.Instance.Whole(document)), StringComparison.Ordinal);
            Assert.Contains(
                Trial.SeenValue(value),
                Trial.Seen(Trial.Html(HtmlPage.Instance.Whole(document)).TextContent),
                StringComparison.Ordinal);
            Assert.True(MarkdownRenderer.Instance.Whole(document).Length > value.Length);
        }
    }

    private static Trial Of(byte field) => Trial.All[field % Trial.All.Count];

    private static void InHtml(DocumentRenderer renderer, HostileText value, byte field)
    {
        var trial = Of(field);
        var read = Trial.Html(renderer.Whole(trial.Render(value.Value)));

        Assert.Equal(Trial.Structure(Trial.Html(renderer.Whole(trial.Render("harmless")))), Trial.Structure(read));
        Assert.Contains(Trial.SeenValue(value.Value), Trial.Seen(read.TextContent), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"@(?:channel|here|everyone|all)|<[!@#]|<at>|(?<![\p{L}\p{N}_])@[\p{L}\p{N}_]|<https?:", RegexOptions.IgnoreCase)]
    private static partial Regex Mention();
}
