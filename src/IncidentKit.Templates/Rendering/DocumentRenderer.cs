using System.Text;

namespace IncidentKit.Templates;

/// <summary>Writes a document in one format; keeps nothing between two documents.</summary>
internal abstract class DocumentRenderer
{
    /// <summary>Leaves out the title: the body of a message.</summary>
    public abstract string Body(RichDocument document);

    public abstract string Whole(RichDocument document);

    protected static string Indented(string block, string first, string next) =>
        first
        + string.Join(
            '\n',
            block.TrimEnd('\n').Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? next.TrimEnd() : next + line))
        + "\n";

    /// <summary>Without any markup, on one line: a subject, a title.</summary>
    public static string PlainLine(IReadOnlyList<RichInline> inlines)
    {
        var text = new StringBuilder();
        TextRenderer.AppendInlines(text, inlines, isOneLine: true);
        return VisibleText.OneLine(text.ToString()).Trim();
    }
}
