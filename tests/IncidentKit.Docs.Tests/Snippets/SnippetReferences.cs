using Microsoft.CodeAnalysis;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>What a snippet may use: the framework, the libraries, the Microsoft.Extensions packages, and a test framework.</summary>
internal static class SnippetReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
    [
        .. from path in ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
           where IsOfTheFramework(path) || IsOfALibrary(Path.GetFileNameWithoutExtension(path))
           select MetadataReference.CreateFromFile(path),
    ];

    private static bool IsOfTheFramework(string path) =>
        Path.GetDirectoryName(path) == Path.GetDirectoryName(typeof(object).Assembly.Location);

    private static bool IsOfALibrary(string name) =>
        name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)
        || name.StartsWith("xunit.v3", StringComparison.Ordinal)
        || (name.StartsWith("IncidentKit.", StringComparison.Ordinal) && name != typeof(SnippetReferences).Assembly.GetName().Name);
}
