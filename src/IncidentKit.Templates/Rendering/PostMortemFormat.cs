namespace IncidentKit.Templates;

/// <summary>A format that a post-mortem can be rendered in.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class PostMortemFormat
{
    private readonly string _name;

    private PostMortemFormat(string name, DocumentRenderer renderer) => (_name, Renderer) = (name, renderer);

    /// <summary>Plain text without any markup.</summary>
    public static PostMortemFormat Text { get; } = new("Text", TextRenderer.Instance);

    /// <summary>Markdown, with tables as on GitHub.</summary>
    public static PostMortemFormat Markdown { get; } = new("Markdown", MarkdownRenderer.Instance);

    /// <summary>A complete HTML page with its own style, for screens and paper. It loads nothing.</summary>
    public static PostMortemFormat Html { get; } = new("Html", HtmlPage.Instance);

    /// <summary>HTML to embed in a page of the host's own, without style.</summary>
    public static PostMortemFormat HtmlFragment { get; } = new("HtmlFragment", HtmlRenderer.Instance);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<PostMortemFormat> All { get; } = [Text, Markdown, Html, HtmlFragment];

    internal DocumentRenderer Renderer { get; }

    /// <summary>The name.</summary>
    public override string ToString() => _name;
}
