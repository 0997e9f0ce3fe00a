using IncidentKit.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>What the compiler says against a snippet, and where in the page. A fault of no place has line 0.</summary>
internal sealed record SnippetFault(string DocPage, int Line, string Id, string Message)
{
    public static SnippetFault Of(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var line = span.HasMappedPath ? span.StartLinePosition.Line + 1 : 0;
        return new SnippetFault(
            line == 0 ? "" : span.Path, line, diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>A fault of no place concerns every block.</summary>
    public bool Concerns(Block block) => Line == 0 || (DocPage == block.DocPage && Line >= block.Line && Line <= block.LastLine);

    public override string ToString() => $"{DocPage}:{Line}: {Id} {Message}";
}
