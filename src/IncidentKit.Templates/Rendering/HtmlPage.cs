using System.Text;

namespace IncidentKit.Templates;

/// <summary>A complete page that loads nothing, light and dark as the reader likes it.</summary>
internal sealed class HtmlPage : DocumentRenderer
{
    private static readonly string Style = EmbeddedText.Read("page.css");

    public static HtmlPage Instance { get; } = new();

    public override string Body(RichDocument document) => Page(document, HtmlRenderer.Instance.Body(document));

    public override string Whole(RichDocument document) => Page(document, HtmlRenderer.Instance.Whole(document));

    private static string Page(RichDocument document, string content)
    {
        var title = new StringBuilder();
        HtmlRenderer.AppendEscaped(title, PlainLine(document.Title));
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{title}</title>
            <style>
            {Style}</style>
            </head>
            <body>
            <main>
            {content}</main>
            </body>
            </html>

            """;
    }
}
