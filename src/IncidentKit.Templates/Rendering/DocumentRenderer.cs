using System.Text;

namespace IncidentKit.Templates;

/// <summary>Writes a document in one format. A new format is a new renderer and nothing else.</summary>
/// <remarks>Thread-safe: a renderer keeps nothing between two documents.</remarks>
internal abstract class DocumentRenderer
{
    /// <summary>The document with its title left out, as the body of a message.</summary>
    public abstract string Body(RichDocument document);

    public abstract string Whole(RichDocument document);

    /// <summary>A block with a mark before its first line, and as much before each other.</summary>
    protected static string Indented(string block, string first, string next) =>
        first
        + string.Join(
            '\n',
            block.TrimEnd('\n').Split('\n').Select((line, i) => i == 0 ? line : line.Length == 0 ? next.TrimEnd() : next + line))
        + "\n";

    /// <summary>The text of inlines without any markup, on one line: a subject, a title.</summary>
    public static string PlainLine(IReadOnlyList<RichInline> inlines)
    {
        var text = new StringBuilder();
        TextRenderer.AppendInlines(text, inlines, isOneLine: true);
        return VisibleText.OneLine(text.ToString()).Trim();
    }
}
