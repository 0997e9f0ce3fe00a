using System.Text;

namespace IncidentKit.Templates;

/// <summary>Markdown as CommonMark; tables and task lists as on GitHub.</summary>
internal sealed class MarkdownRenderer : DocumentRenderer
{
    public static MarkdownRenderer Instance { get; } = new();

    public override string Body(RichDocument document) => Write(document.Blocks);

    public override string Whole(RichDocument document) =>
        document.Title.Count == 0 ? Body(document) : "# " + Inlines(document.Title, isOneLine: true) + "\n\n" + Body(document);

    private static string Write(IReadOnlyList<RichBlock> blocks)
    {
        var markdown = new StringBuilder();
        RichBlock? previous = null;
        var isOther = false;
        foreach (var block in blocks)
        {
            if (previous is not null)
                markdown.Append('\n');
            // Two lists in a row would be read as one, were their marks the same.
            isOther = !isOther && previous is RichList a && block is RichList b && (a.First is null) == (b.First is null);
            markdown.Append(Write(block, isOther));
            previous = block;
        }

        return markdown.ToString();
    }

    private static string Write(RichBlock block, bool isOther) => block switch
    {
        RichHeading heading => new string('#', heading.Level) + " " + Inlines(heading.Content, isOneLine: true) + "\n",
        RichParagraph paragraph => Inlines(paragraph.Content, isOneLine: false) + "\n",
        RichList list => string.Concat(list.Items.Select((item, i) => Item(list, item, i, isOther))),
        RichQuote quote => Indented(Write(quote.Blocks), "> ", "> "),
        RichCode code => Fenced(code.Text),
        RichTable table => Table(table),
        _ => "---\n",
    };

    private static string Item(RichList list, IReadOnlyList<RichBlock> item, int index, bool isOther)
    {
        var mark = list.First is { } first ? $"{first + index}{(isOther ? ')' : '.')} " : isOther ? "* " : "- ";
        return Indented(Write(item), mark, new string(' ', mark.Length));
    }

    private static string Fenced(string text)
    {
        var fence = new string('`', Math.Max(3, LongestRun(text) + 1));
        return fence + "\n" + text + "\n" + fence + "\n";
    }

    private static string Table(RichTable table)
    {
        var rows = table.Rows.Select(row => string.Concat(row.Select(cell => $"| {Inlines(cell, isOneLine: true)} ")) + "|\n").ToList();
        rows.Insert(1, string.Concat(table.Rows[0].Select(_ => "|---")) + "|\n");
        return string.Concat(rows);
    }

    private static string Inlines(IReadOnlyList<RichInline> inlines, bool isOneLine)
    {
        var markdown = new StringBuilder();
        AppendInlines(markdown, inlines, isOneLine);
        return markdown.ToString().TrimEnd();
    }

    private static void AppendInlines(StringBuilder markdown, IReadOnlyList<RichInline> inlines, bool isOneLine)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case RichText text:
                    MarkdownText.Append(markdown, text.Text, text.IsValue, isOneLine);
                    break;
                case RichCodeSpan code:
                    AppendCode(markdown, code.Text);
                    break;
                case RichEmphasis emphasis:
                    AppendEmphasis(markdown, emphasis, isOneLine);
                    break;
                case RichLink link:
                    // After an exclamation mark it would be an image.
                    if (markdown.Length > 0 && markdown[^1] == '!')
                        markdown.Insert(markdown.Length - 1, '\\');
                    markdown.Append('[');
                    AppendInlines(markdown, link.Content, isOneLine);
                    markdown.Append("](")
                        .Append(link.Address.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal))
                        .Append(')');
                    break;
                case RichBreak line:
                    markdown.Append(isOneLine ? " " : line.IsHard ? "\\\n" : "\n");
                    break;
                case RichTask task:
                    markdown.Append(task.IsDone ? "[x]" : "[ ]");
                    break;
            }
        }
    }

    private static void AppendEmphasis(StringBuilder markdown, RichEmphasis emphasis, bool isOneLine)
    {
        var content = new StringBuilder();
        AppendInlines(content, emphasis.Content, isOneLine);
        if (content.Length == 0)
            return;
        var mark = emphasis.IsStrong ? "**" : "*";
        markdown.Append(mark).Append(content).Append(mark);
    }

    private static void AppendCode(StringBuilder markdown, string text)
    {
        var fence = new string('`', LongestRun(text) + 1);
        var pad = text.StartsWith('`') || text.EndsWith('`') ? " " : "";
        markdown.Append(fence).Append(pad).Append(text.Replace("|", "\\|", StringComparison.Ordinal)).Append(pad).Append(fence);
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
