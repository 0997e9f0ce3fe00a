using IncidentKit.Docs.Tests.Pages;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>What of a block goes to the top, the middle and the end of a program. Each part keeps the lines of the page.</summary>
internal sealed record SnippetParts(string Usings, string Statements, string Types)
{
    public static SnippetParts Of(Block block)
    {
        var root = CSharpSyntaxTree.ParseText(block.Text).GetCompilationUnitRoot();
        var usings = root.Usings.Select(u => u.FullSpan).ToList();
        var types = root.Members.Where(m => m is not GlobalStatementSyntax).Select(m => m.FullSpan).ToList();
        return new SnippetParts(
            At(block, p => Holds(usings, p)),
            At(block, p => !Holds(usings, p) && !Holds(types, p)),
            At(block, p => Holds(types, p)));
    }

    private static string At(Block block, Func<int, bool> keeps) =>
        $"#line {block.Line} \"{block.DocPage}\"\n"
        + string.Concat(block.Text.Select((c, i) => c == '\n' || keeps(i) ? c : ' '))
        + "#line hidden\n";

    private static bool Holds(List<TextSpan> spans, int position) => spans.Exists(s => s.Contains(position));
}
