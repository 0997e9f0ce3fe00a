namespace IncidentKit.Templates;

/// <summary>A format that a notification can be rendered in (P41).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class NotificationFormat
{
    private readonly string _name;

    private NotificationFormat(string name, DocumentRenderer renderer) => (_name, Renderer) = (name, renderer);

    /// <summary>Plain text without any markup.</summary>
    public static NotificationFormat Text { get; } = new("Text", TextRenderer.Instance);

    /// <summary>Markdown, as CommonMark and GitHub read it.</summary>
    public static NotificationFormat Markdown { get; } = new("Markdown", MarkdownRenderer.Instance);

    /// <summary>HTML to embed in a page or an e-mail of the host's own.</summary>
    public static NotificationFormat Html { get; } = new("Html", HtmlRenderer.Instance);

    /// <summary>All formats.</summary>
    public static IReadOnlyList<NotificationFormat> All { get; } = [Text, Markdown, Html];

    internal DocumentRenderer Renderer { get; }

    /// <summary>The name.</summary>
    public override string ToString() => _name;
}
