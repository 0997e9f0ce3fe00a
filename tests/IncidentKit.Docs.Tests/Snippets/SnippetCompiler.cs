using IncidentKit.Docs.Tests.Pages;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>Compiles snippets as the SDK would: nullable on, implicit usings, warnings count.</summary>
internal static class SnippetCompiler
{
    // A snippet may name what it does not go on to use: CS0168, CS0219 (variables) and CS8321 (local functions).
    private static readonly string[] Allowed = ["CS0168", "CS0219", "CS8321"];

    private static readonly string[] ImplicitUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq",
        "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    /// <summary>What the compiler says against a block, where the blocks before it on its page come first.</summary>
    public static IReadOnlyList<SnippetFault> FaultsOf(DocPage page, Block block) =>
        [
            .. FaultsOf(Compile(SnippetProgram.ToCompile(page.Snippets.TakeWhile(b => b != block).Append(block))))
                .Where(f => f.Concerns(block)),
        ];

    public static IReadOnlyList<SnippetFault> FaultsOf(CSharpCompilation program) =>
        [.. program.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(SnippetFault.Of)];

    public static CSharpCompilation Compile(string program)
    {
        var source = CSharpSyntaxTree.ParseText(program, Parsing, encoding: System.Text.Encoding.UTF8);
        var usings = CSharpSyntaxTree.ParseText(string.Concat(ImplicitUsings.Select(u => $"global using global::{u};\n")), Parsing);
        var hasStatements = source.GetCompilationUnitRoot().Members.OfType<GlobalStatementSyntax>().Any();
        var options = new CSharpCompilationOptions(
            hasStatements ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            specificDiagnosticOptions: Allowed.Select(id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));
        return CSharpCompilation.Create("Snippets", [usings, source], SnippetReferences.All, options);
    }
}
