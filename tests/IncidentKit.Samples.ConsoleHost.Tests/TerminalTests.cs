using System.Diagnostics;
using IncidentKit.Samples.ConsoleHost.Recorded;
using IncidentKit.Samples.ConsoleHost.Replaying;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>What a terminal gets to see.</summary>
public sealed class TerminalTests
{
    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(120)]
    public void Replay_NarrowTerminal_CutsNoName(int width)
    {
        var report = new ReplayReport(
            RecordedIncidentReader.Read(Host.Fixture("incidents", "worked-example.json")),
            IncidentPolicy.Default,
            null);
        using var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;

        ReplayView.Show(report, console);

        Assert.All(
            report.Obligations.Where(o => o.Status != ObligationStatus.NotRequired),
            o => Assert.Contains(o.Name + " ", writer.ToString(), StringComparison.Ordinal));
        Assert.Contains("11-18 14:27 ", writer.ToString(), StringComparison.Ordinal);
        Assert.All(writer.ToString().Split('\n'), line => Assert.InRange(line.TrimEnd().Length, 0, width));
    }

    // A terminal of its own for the program comes from util-linux.
    [Theory]
    [InlineData("")]
    [InlineData("rules")]
    [InlineData("--help")]
    [InlineData("replay nothing-there.json")]
    [InlineData("figures nothing-there")]
    public async Task AnyVerb_NoColourOnATerminal_WritesNoEscapeSequence(string arguments)
    {
        if (!File.Exists("/usr/bin/script"))
            return;
        var start = new ProcessStartInfo(
            "/usr/bin/script",
            ["-qec", $"dotnet \"{Path.Combine(AppContext.BaseDirectory, "incidentkit.dll")}\" {arguments} --no-color", "/dev/null"])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        start.Environment["TERM"] = "xterm-256color";
        using var process = Process.Start(start)!;

        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.NotEqual("", output);
        Assert.DoesNotContain('\u001b', output);
    }
}
