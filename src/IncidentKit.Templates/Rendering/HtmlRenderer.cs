using System.Text;

namespace IncidentKit.Templates;

/// <summary>HTML to put into a page of the host; the style of <see cref="HtmlPage"/> fits it.</summary>
internal sealed class HtmlRenderer : DocumentRenderer
{
    public static HtmlRenderer Instance { get; } = new();

    public override string Body(RichDocument document)
    {
        var html = new StringBuilder();
        Append(html, document.Blocks);
        return html.ToString();
    }

    public override string Whole(RichDocument document) => Body(document.Title.Count == 0
        ? document
        : document with { Blocks = [new RichHeading(1, document.Title), .. document.Blocks] });

    /// <summary>Fit for content and for an attribute in double quotes.</summary>
    public static void AppendEscaped(StringBuilder html, string text) => html.Append(
        text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;"));

    private static void Append(StringBuilder html, IReadOnlyList<RichBlock> blocks)
    {
        foreach (var block in blocks)
            Append(html, block);
    }

    private static void Append(StringBuilder html, RichBlock block)
    {
        switch (block)
        {
            case RichHeading heading:
                AppendElement(html, $"h{heading.Level}", heading.Content, isOneLine: true);
                html.Append('\n');
                break;
            case RichParagraph paragraph:
                AppendElement(html, "p", paragraph.Content, isOneLine: false);
                html.Append('\n');
                break;
            case RichList list:
                AppendList(html, list);
                break;
            case RichQuote quote:
                html.Append("<blockquote>\n");
                Append(html, quote.Blocks);
                html.Append("</blockquote>\n");
                break;
            case RichCode code:
                html.Append("<pre><code>");
                AppendEscaped(html, code.Text);
                html.Append("\n</code></pre>\n");
                break;
            case RichTable table:
                AppendTable(html, table);
                break;
            default:
                html.Append("<hr>\n");
                break;
        }
    }

    private static void AppendList(StringBuilder html, RichList list)
    {
        html.Append(list.First switch { null => "<ul>\n", 1 => "<ol>\n", var first => $"<ol start=\"{first}\">\n" });
        foreach (var item in list.Items)
        {
            html.Append("<li>");
            if (item is [RichParagraph only])
                AppendInlines(html, only.Content, isOneLine: false);
            else
                Append(html, item);
            html.Append("</li>\n");
        }

        html.Append(list.First is null ? "</ul>\n" : "</ol>\n");
    }

    private static void AppendTable(StringBuilder html, RichTable table)
    {
        html.Append("<table>\n<thead>\n");
        foreach (var (i, row) in table.Rows.Index())
        {
            html.Append("<tr>");
            foreach (var cell in row)
                AppendElement(html, i == 0 ? "th" : "td", cell, isOneLine: false);
            html.Append("</tr>\n").Append(i == 0 ? "</thead>\n<tbody>\n" : "");
        }

        html.Append("</tbody>\n</table>\n");
    }

    private static void AppendElement(StringBuilder html, string name, IReadOnlyList<RichInline> content, bool isOneLine)
    {
        html.Append('<').Append(name).Append('>');
        AppendInlines(html, content, isOneLine);
        html.Append("</").Append(name).Append('>');
    }

    private static void AppendInlines(StringBuilder html, IReadOnlyList<RichInline> inlines, bool isOneLine)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case RichText text:
                    AppendLines(html, isOneLine ? VisibleText.OneLine(text.Text) : text.Text);
                    break;
                case RichCodeSpan code:
                    html.Append("<code>");
                    AppendEscaped(html, code.Text);
                    html.Append("</code>");
                    break;
                case RichEmphasis emphasis:
                    AppendElement(html, emphasis.IsStrong ? "strong" : "em", emphasis.Content, isOneLine);
                    break;
                case RichLink link:
                    html.Append("<a href=\"");
                    AppendEscaped(html, link.Address);
                    html.Append("\" rel=\"noopener noreferrer\">");
                    AppendInlines(html, link.Content, isOneLine);
                    html.Append("</a>");
                    break;
                case RichBreak line:
                    html.Append(line.IsHard && !isOneLine ? "<br>\n" : "\n");
                    break;
                case RichTask task:
                    html.Append(task.IsDone ? "<input type=\"checkbox\" checked disabled>" : "<input type=\"checkbox\" disabled>");
                    break;
            }
        }
    }

    private static void AppendLines(StringBuilder html, string text)
    {
        foreach (var (i, line) in text.Split('\n').Index())
        {
            html.Append(i > 0 ? "<br>\n" : "");
            AppendEscaped(html, line);
        }
    }
}
