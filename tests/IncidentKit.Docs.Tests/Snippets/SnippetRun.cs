using System.Runtime.Loader;
using IncidentKit.Docs.Tests.Pages;

namespace IncidentKit.Docs.Tests.Snippets;

/// <summary>Runs the program of a page in this process. It takes the console, so one runs at a time.</summary>
internal static class SnippetRun
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    /// <summary>What each snippet of the page prints.</summary>
    /// <exception cref="InvalidOperationException">The program does not compile, or ends with an error code.</exception>
    /// <exception cref="TimeoutException">It does not end.</exception>
    public static async Task<IReadOnlyDictionary<Block, string>> PrintedBy(DocPage page, CancellationToken cancellation)
    {
        var main = EntryPoint(page);
        var printed = new StringWriter { NewLine = "\n" };
        var console = Console.Out;
        Console.SetOut(printed);
        try
        {
            // Off the test's own context, as a program runs.
            await Task.Run(main, cancellation).WaitAsync(Limit, cancellation);
        }
        finally
        {
            Console.SetOut(console);
        }

        return page.Snippets.Zip(printed.ToString().Split(SnippetProgram.Seam)).ToDictionary(p => p.First, p => p.Second);
    }

    private static Action EntryPoint(DocPage page)
    {
        var program = SnippetCompiler.Compile(SnippetProgram.ToRun(page.Snippets));
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        if (!program.Emit(code, symbols).Success)
            throw new InvalidOperationException(string.Join('\n', SnippetCompiler.FaultsOf(program)));
        code.Position = symbols.Position = 0;
        var main = new AssemblyLoadContext(page.Name, isCollectible: true).LoadFromStream(code, symbols).EntryPoint
            ?? throw new InvalidOperationException($"{page.Name} has no statement to run");
        return () =>
        {
            // Unwrapped, so that a failure shows the line of the page.
            var exit = main.Invoke(
                null,
                System.Reflection.BindingFlags.DoNotWrapExceptions,
                null,
                main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()],
                null);
            if (exit is int and not 0)
                throw new InvalidOperationException($"{page.Name} ends with {exit}");
        };
    }
}
