using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Scriban.Runtime;

namespace IncidentKit.Templates.Tests;

/// <summary>One field of one wording, to be filled with any text, and what readers make of the outcome.</summary>
internal sealed record Trial(string Wording, string? List, string Field)
{
    // As GitHub reads Markdown, and a little more; HTML is let through, so that any that survived is seen.
    private static readonly MarkdownPipeline Reader = new MarkdownPipelineBuilder()
        .UsePipeTables().UseTaskLists().UseAutoLinks().UseFootnotes()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .UseMathematics().UseAlertBlocks().UseAbbreviations().Build();

    // Words of the library's own, and what the built-in wording does not print while all the rest is there.
    private static readonly string[] NotPrinted = ["moment", "done", "detected", "number"];

    /// <summary>Every field that a person or another system fills.</summary>
    public static IReadOnlyList<Trial> All { get; } =
    [
        .. from wording in WordingName.Shapes
           from field in wording.Value.Always.Concat(wording.Value.Maybe)
           where !NotPrinted.Contains(field)
           select new Trial(wording.Key, null, field),
        .. from wording in WordingName.Shapes
           from list in wording.Value.Lists
           from field in list.Value.Always.Concat(list.Value.Maybe)
           where !NotPrinted.Contains(field)
           select new Trial(wording.Key, list.Key, field),
    ];

    public RichDocument Render(string value)
    {
        var sample = WordingName.Shapes[Wording].Sample(full: true);
        var item = List is null ? sample.Values : (ScriptObject)((ScriptArray)sample.Values[List]!)[0]!;
        var filled = new WordingValues().Text(Field, value);
        item.SetValue(Field, filled.Values[Field] ?? "x", readOnly: false);
        return Wordings.BuiltIn.Render(Wording, sample);
    }

    public static IElement Html(string html) => new HtmlParser().ParseDocument(html).Body!;

    public static IElement Markdown(string markdown) => Html(Markdig.Markdown.ToHtml(markdown, Reader));

    /// <summary>The elements in order, with their attributes; line breaks are text.</summary>
    public static string Structure(IElement body) =>
        string.Join(
            ' ',
            body.QuerySelectorAll("*")
                .Where(element => element.LocalName != "br")
                .Select(element => element.LocalName + string.Concat(element.Attributes.Select(a => $"[{a.Name}={a.Value}]"))));

    /// <summary>What a reader sees of a text, spaces aside.</summary>
    public static string Seen(string text)
    {
        var seen = new StringBuilder();
        foreach (var c in text)
            _ = char.IsWhiteSpace(c) || c == ChatText.Breaker ? seen : seen.Append(c);
        return seen.ToString();
    }

    public static string SeenValue(string value) => Seen(VisibleText.Of(ValueTokens.Disarm(value)));

    public static bool HasHidden(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' or ChatText.Breaker || (text[at] is '\u200C' or '\u200D' && VisibleText.Of(text) == text))
                continue;
            if (char.IsControl(text[at])
                || (char.IsSurrogate(text[at]) && !Rune.TryGetRuneAt(text, at, out _) && (at == 0 || !char.IsHighSurrogate(text[at - 1])))
                || CharUnicodeInfo.GetUnicodeCategory(text, at) is UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return text[at] is not ('\u200C' or '\u200D');
        }

        return false;
    }
}
