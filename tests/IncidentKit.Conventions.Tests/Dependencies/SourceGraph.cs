using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>The uses of symbols between the files of one package, found by the compiler.</summary>
internal static class SourceGraph
{
    // The usings that the SDK and the project of Core add to each file.
    private const string GlobalUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using IncidentKit.Commands;
        global using IncidentKit.Events;
        global using static System.FormattableString;
        """;

    // These list closed sets and use nothing of them: the derived types of the two bases.
    private static readonly string[] FilesWithDerivedTypes = ["IncidentCommand.cs", "IncidentEvent.cs"];

    /// <summary>All uses of symbols that another file of the same sources declares.</summary>
    public static IReadOnlyList<Dependency> Of(CSharpCompilation compilation) =>
        [.. compilation.SyntaxTrees.SelectMany(tree => DependenciesOf(tree, compilation.GetSemanticModel(tree)))];

    /// <summary>Compiles sources without running generators.</summary>
    /// <param name="sources">The files by their relative paths.</param>
    public static CSharpCompilation Compile(IReadOnlyDictionary<string, string> sources)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest);
        return CSharpCompilation.Create(
            "IncidentKit.Examined",
            [
                .. sources.Select(source => CSharpSyntaxTree.ParseText(source.Value, options, source.Key)),
                CSharpSyntaxTree.ParseText(GlobalUsings, options),
            ],
            References(),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
    }

    private static IEnumerable<Dependency> DependenciesOf(SyntaxTree tree, SemanticModel model) =>
        from node in tree.GetRoot().DescendantNodes()
        where IsUse(node) && !IsExempt(node, Path.GetFileName(tree.FilePath))
        let symbol = model.GetSymbolInfo(node).Symbol?.OriginalDefinition
        where symbol is not null
        let declared = FileOf(symbol)
        where declared is not null && declared != tree.FilePath
        select new Dependency(tree.FilePath, declared, NameOf(symbol));

    private static bool IsUse(SyntaxNode node) =>
        node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax or ConstructorInitializerSyntax;

    private static bool IsExempt(SyntaxNode node, string file) =>
        FilesWithDerivedTypes.Contains(file) && node.FirstAncestorOrSelf<AttributeSyntax>() is not null;

    private static string? FileOf(ISymbol symbol)
    {
        var origin = symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol;
        var file = origin is INamespaceSymbol
            ? null
            : origin.Locations.FirstOrDefault(location => location.IsInSource)?.SourceTree?.FilePath;
        file ??= origin.ContainingType?.Locations.FirstOrDefault(location => location.IsInSource)?.SourceTree?.FilePath;
        return string.IsNullOrEmpty(file) ? null : file;
    }

    private static string NameOf(ISymbol symbol) =>
        symbol is INamedTypeSymbol || symbol.ContainingType is not { } type ? symbol.Name : $"{type.Name}.{symbol.Name}";

    // What this test runs on, but for the package itself, whose symbols are to come from its sources.
    private static IEnumerable<MetadataReference> References() =>
        from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        where !Path.GetFileName(path).StartsWith("IncidentKit.", StringComparison.Ordinal)
        select MetadataReference.CreateFromFile(path);
}
