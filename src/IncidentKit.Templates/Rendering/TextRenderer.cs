using System.Text;

namespace IncidentKit.Templates;

/// <summary>Plain text for a terminal, an e-mail or a chat: no markup, tables in columns.</summary>
internal sealed class TextRenderer : DocumentRenderer
{
    private const int WidestColumn = 40;

    public static TextRenderer Instance { get; } = new();

    public override string Body(RichDocument document) => Write(document.Blocks);

    public override string Whole(RichDocument document) =>
        document.Title.Count == 0 ? Body(document) : Underlined(PlainLine(document.Title), '=') + "\n" + Body(document);

    public static void AppendInlines(StringBuilder text, IReadOnlyList<RichInline> inlines, bool isOneLine = false)
    {
        foreach (var inline in inlines)
        {
            switch (inline)
            {
                case RichText { IsValue: true } value:
                    AppendValue(text, isOneLine ? VisibleText.OneLine(value.Text) : value.Text);
                    break;
                case RichText wording:
                    text.Append(wording.Text);
                    break;
                case RichCodeSpan code:
                    AppendValue(text, code.Text);
                    break;
                case RichEmphasis emphasis:
                    AppendInlines(text, emphasis.Content, isOneLine);
                    break;
                case RichLink link:
                    AppendLink(text, link, isOneLine);
                    break;
                case RichBreak:
                    text.Append(isOneLine ? ' ' : '\n');
                    break;
                case RichTask task:
                    text.Append(task.IsDone ? "[x]" : "[ ]");
                    break;
            }
        }
    }

    private static void AppendValue(StringBuilder text, string value)
    {
        for (var at = 0; at < value.Length; at++)
        {
            if (ChatText.NeedsBreaker(text, value, at, breakEveryAt: false))
                text.Append(ChatText.Breaker);
            text.Append(value[at]);
        }
    }

    private static void AppendLink(StringBuilder text, RichLink link, bool isOneLine)
    {
        var from = text.Length;
        AppendInlines(text, link.Content, isOneLine);
        var words = text.ToString(from, text.Length - from);
        var address = link.Address.StartsWith("mailto:", StringComparison.Ordinal) ? link.Address["mailto:".Length..] : link.Address;
        if (words != address && words != address.TrimEnd('/'))
            text.Append(words.Length > 0 ? $" ({address})" : address);
    }

    private static string Write(IReadOnlyList<RichBlock> blocks) => string.Join('\n', blocks.Select(Write));

    private static string Write(RichBlock block) => block switch
    {
        RichHeading heading => Underlined(PlainLine(heading.Content), heading.Level == 1 ? '=' : '-').TrimEnd('\n') + "\n",
        RichParagraph paragraph => Lines(paragraph.Content) + "\n",
        RichList list => string.Concat(list.Items.Select((item, i) => Item(list, item, i))),
        RichQuote quote => Indented(Write(quote.Blocks), "| ", "| "),
        RichCode code => Indented(code.Text + "\n", "    ", "    "),
        RichTable table => Columns(table),
        _ => "----\n",
    };

    private static string Lines(IReadOnlyList<RichInline> inlines)
    {
        var text = new StringBuilder();
        AppendInlines(text, inlines);
        return text.ToString();
    }

    private static string Item(RichList list, IReadOnlyList<RichBlock> item, int index)
    {
        var mark = list.First is { } first ? $"{first + index}. " : "- ";
        return Indented(item.Count == 0 ? "\n" : Write(item), mark, new string(' ', mark.Length));
    }

    private static string Underlined(string line, char with) =>
        $"{line}\n{new string(with, Math.Min(Width(line), 80))}\n";

    private static string Columns(RichTable table)
    {
        var rows = table.Rows.Select(row => row.Select(PlainLine).ToList()).ToList();
        var widths = Enumerable.Range(0, rows.Max(row => row.Count))
            .Select(column => Math.Min(WidestColumn, rows.Max(row => column < row.Count ? Width(row[column]) : 0)))
            .ToList();
        rows.Insert(1, [.. widths.Select(width => new string('-', width))]);
        return string.Concat(rows.Select(row => string.Concat(row.Select(Padded)).TrimEnd() + "\n"));

        string Padded(string cell, int column) => cell + new string(' ', 2 + Math.Max(0, widths[column] - Width(cell)));
    }

    private static int Width(string cell) => cell.EnumerateRunes().Count();
}
