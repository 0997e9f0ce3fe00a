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
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append("<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
        HtmlRenderer.AppendEscaped(html, PlainLine(document.Title));
        return html.Append("</title>\n<style>\n").Append(Style).Append("</style>\n</head>\n<body>\n<main>\n")
            .Append(content).Append("</main>\n</body>\n</html>\n").ToString();
    }
}
