using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace IncidentKit.Conventions.Tests;

/// <summary>A file holds one type of its own name, so that a reader finds a type by the name of its file.</summary>
public sealed class FileNameTests
{
    // What a file of many commands or events may hold: the vocabulary of one concept.
    private static readonly HashSet<string> Kinds = typeof(Incident).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(IncidentCommand)) || type.IsSubclassOf(typeof(IncidentEvent)))
        .Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

    [Fact]
    public void EveryFile_HoldsOneType_OfItsOwnName()
    {
        var samples = Repository.Path("samples", "files");
        string[] folders = ["src", "tests", "samples", "benchmarks"];
        var files = folders.SelectMany(folder => Repository.Sources(folder)).Where(file => Path.GetDirectoryName(file) != samples);

        var offenders = (from file in files
                         let fault = FaultOf(Path.GetFileName(file), File.ReadAllText(file))
                         where fault is not null
                         select $"{Path.GetRelativePath(Repository.Root, file)} {fault}").ToList();

        // Assert.Empty would cut the names short.
        Assert.True(offenders.Count == 0, string.Join("\n", offenders));
    }

    [Theory]
    [InlineData("Way.cs", "class Way;", null)]
    [InlineData("Way.Steps.cs", "namespace A; partial class Way;", null)]
    [InlineData("Way.cs", "record Way<T>;", null)]
    [InlineData("WayOfT.cs", "record Way<T>;", null)]
    [InlineData("Way.cs", "class Way; file class Helper;", null)]
    [InlineData("Program.cs", "using System; Console.WriteLine();", null)]
    [InlineData("Serially.cs", "[assembly: System.CLSCompliant(true)]", null)]
    [InlineData("ReportEvents.cs", "sealed record Acknowledged; sealed record Retitled;", null)]
    [InlineData("Way.cs", "class Path;", "holds Path")]
    [InlineData("WaySteps.cs", "partial class Way;", "holds Way")]
    [InlineData("Way.cs", "class Way; enum WayKind;", "holds Way, WayKind")]
    [InlineData("Way.cs", "namespace A { delegate void Step(); class Way; }", "holds Step, Way")]
    [InlineData("Way.cs", "namespace A; file class Way;", "holds no type")]
    [InlineData("Program.cs", "Run(); class Team;", "holds Team")]
    [InlineData("ReportEvents.cs", "sealed record Acknowledged; enum ImpactKind;", "holds Acknowledged, ImpactKind")]
    public void File_OfEachShape_IsJudged(string name, string text, string? fault) => Assert.Equal(fault, FaultOf(name, text));

    private static string? FaultOf(string file, string text)
    {
        var unit = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        var types = TypesOf(unit).ToList();
        var isVocabulary = file.EndsWith("Commands.cs", StringComparison.Ordinal) || file.EndsWith("Events.cs", StringComparison.Ordinal);

        // Statements, usings and attributes of the assembly belong to no type.
        if (unit.Members.All(member => member is GlobalStatementSyntax))
            return null;
        if (types is [var only] && IsNamed(only, file.Split('.')[0]))
            return null;
        if (isVocabulary && types.Count > 0 && types.All(type => Kinds.Contains(NameOf(type))))
            return null;
        return types.Count == 0 ? "holds no type" : $"holds {string.Join(", ", types.Select(NameOf))}";
    }

    private static IEnumerable<MemberDeclarationSyntax> TypesOf(CompilationUnitSyntax unit) =>
        unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax).OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => !member.Modifiers.Any(SyntaxKind.FileKeyword));

    private static string NameOf(MemberDeclarationSyntax type) =>
        type is DelegateDeclarationSyntax signature ? signature.Identifier.Text : ((BaseTypeDeclarationSyntax)type).Identifier.Text;

    // A generic type beside a plain one of the same name says so in its file name.
    private static bool IsNamed(MemberDeclarationSyntax type, string stem) =>
        NameOf(type) == stem || (type is TypeDeclarationSyntax { TypeParameterList: not null } && NameOf(type) + "OfT" == stem);
}
