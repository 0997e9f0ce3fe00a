using System.Text;

namespace IncidentKit.Templates;

/// <summary>Writes a document in one format. A new format is a new renderer and nothing else.</summary>
/// <remarks>Thread-safe: a renderer keeps nothing between two documents.</remarks>
internal abstract class DocumentRenderer
{
    /// <summary>The document with its title left out, as the body of a message.</summary>
    public abstract string Body(RichDocument document);

    /// <summary>The document with its title.</summary>
    public abstract string Whole(RichDocument document);

    /// <summary>The text of inlines without any markup, on one line: a subject, a title.</summary>
    public static string PlainLine(IReadOnlyList<RichInline> inlines)
    {
        var text = new StringBuilder();
        TextRenderer.AppendInlines(text, inlines, isOneLine: true);
        return VisibleText.OneLine(text.ToString()).Trim();
    }
}
