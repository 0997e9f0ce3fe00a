using IncidentKit.Docs.Tests.Pages;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>Blocks in order as one program: usings at the top, types at the end, nothing added that a reader does not see.</summary>
internal static class SnippetProgram
{
    /// <summary>Printed between two blocks when a program runs, to tell what each of them printed.</summary>
    public const char Seam = '\u001E';

    public static string ToCompile(IEnumerable<Block> blocks) => Join(blocks, "");

    public static string ToRun(IEnumerable<Block> blocks) => Join(blocks, $"global::System.Console.Write('\\u{(int)Seam:X4}');\n");

    private static string Join(IEnumerable<Block> blocks, string between)
    {
        var parts = blocks.Select(SnippetParts.Of).ToList();
        return string.Concat(parts.Select(p => p.Usings)) + string.Join(
            between, parts.Select(p => p.Statements)) + string.Concat(parts.Select(p => p.Types));
    }
}
