using System.CommandLine;
using System.Diagnostics;
using IncidentKit.Samples.ConsoleHost.Verbs;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>Runs the console host.</summary>
internal static class Host
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "incidentkit.dll");

    public static string Fixture(params string[] parts) => Path.Combine([AppContext.BaseDirectory, "fixtures", .. parts]);

    /// <summary>Runs it inside the test, which is quick.</summary>
    public static (int ExitCode, string Output, string Errors) Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (Run(arguments, output, errors), output.ToString(), errors.ToString());
    }

    public static int Run(string[] arguments, TextWriter output, TextWriter errors) =>
        HostCommand.InvokeAsync(
            arguments,
            new InvocationConfiguration { Output = output, Error = errors, ProcessTerminationTimeout = null }).GetAwaiter().GetResult();

    /// <summary>Starts it as a program, as a user would.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Program);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
