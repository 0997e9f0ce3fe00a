using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IncidentKit.Templates;

/// <summary>Reads the Markdown of a rendered wording, once for all formats. The only file that names Markdig.</summary>
internal sealed class MarkdownReading(ValueTokens tokens)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseTaskLists().Build();

    /// <summary>A first heading of level 1 is the title.</summary>
    public static RichDocument Read(string markdown, ValueTokens tokens)
    {
        var blocks = new MarkdownReading(tokens).Blocks(Markdown.Parse(markdown, Pipeline));
        return blocks is [RichHeading { Level: 1 } title, ..]
            ? new RichDocument(title.Content, blocks[1..])
            : new RichDocument([], blocks);
    }

    private List<RichBlock> Blocks(ContainerBlock container) => [.. container.Select(Block).OfType<RichBlock>()];

    private RichBlock? Block(Block block) => block switch
    {
        HeadingBlock heading => new RichHeading(heading.Level, Inlines(heading.Inline)),
        ParagraphBlock paragraph => new RichParagraph(Inlines(paragraph.Inline)),
        ListBlock list => new RichList(
            list.IsOrdered ? int.TryParse(list.OrderedStart, out var first) ? first : 1 : null,
            [.. list.OfType<ListItemBlock>().Select(Blocks)]),
        QuoteBlock quote => new RichQuote(Blocks(quote)),
        CodeBlock code => new RichCode(tokens.Resolve(code.Lines.ToString())),
        ThematicBreakBlock => new RichRule(),
        Table table => new RichTable(
        [
            .. table.OfType<TableRow>().Select(row => (IReadOnlyList<IReadOnlyList<RichInline>>)[.. row.OfType<TableCell>().Select(Cell)]),
        ]),
        _ => null,
    };

    private List<RichInline> Cell(TableCell cell) => [.. cell.OfType<ParagraphBlock>().SelectMany(paragraph => Inlines(paragraph.Inline))];

    private List<RichInline> Inlines(ContainerInline? container)
    {
        var inlines = new List<RichInline>();
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
            Add(inline, inlines);
        return inlines;
    }

    private void Add(Inline inline, List<RichInline> inlines)
    {
        switch (inline)
        {
            case LiteralInline literal:
                AddText(literal.Content.ToString(), inlines);
                break;
            case HtmlEntityInline entity:
                AddText(entity.Transcoded.ToString(), inlines);
                break;
            case CodeInline code:
                inlines.Add(new RichCodeSpan(VisibleText.OneLine(tokens.Resolve(code.Content))));
                break;
            case LineBreakInline line:
                inlines.Add(new RichBreak(line.IsHard));
                break;
            case TaskList task:
                inlines.Add(new RichTask(task.Checked));
                break;
            case AutolinkInline auto:
                AddLink(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, [new RichText(auto.Url, false)], inlines);
                break;
            case LinkInline link:
                AddLink(link.Url ?? "", Inlines(link), inlines);
                break;
            case EmphasisInline emphasis:
                inlines.Add(new RichEmphasis(emphasis.DelimiterCount > 1, Inlines(emphasis)));
                break;
            case ContainerInline container:
                inlines.AddRange(Inlines(container));
                break;
        }
    }

    private void AddText(string text, List<RichInline> inlines)
    {
        foreach (var (piece, isValue) in tokens.Split(text))
            inlines.Add(new RichText(piece, isValue));
    }

    // An address that may not be followed leaves its words behind.
    private void AddLink(string address, IReadOnlyList<RichInline> content, List<RichInline> inlines)
    {
        if (LinkAddress.Of(address, tokens) is { } checkedAddress)
            inlines.Add(new RichLink(checkedAddress, content));
        else
            inlines.AddRange(content);
    }
}
