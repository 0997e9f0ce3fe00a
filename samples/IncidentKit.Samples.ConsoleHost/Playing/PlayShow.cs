using IncidentKit.Samples.ConsoleHost.Replaying;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>Plays an incident and shows it: live where somebody watches, else as a whole once it is over.</summary>
internal static class PlayShow
{
    private const int FramesPerStep = 3;
    private static readonly TimeSpan FrameTime = TimeSpan.FromMilliseconds(90);

    /// <exception cref="DocumentException">The file is not sound, or the post-mortem cannot be written.</exception>
    public static async Task RunAsync(
        PlayedIncident played,
        IncidentPolicy? policy,
        string? postMortem,
        IAnsiConsole console,
        bool isWatched,
        CancellationToken cancellationToken)
    {
        var (clock, scene) = (new SimulatedClock(played.Start), new PlayScene());
        using var host = PlayHost.Create(played, policy, clock, scene);
        await host.StartAsync(cancellationToken);
        var player = host.Services.GetRequiredService<IncidentPlayer>();
        var view = ActivatorUtilities.CreateInstance<PlayView>(host.Services);
        IRenderable Frame() => view.Frame(scene, clock.GetUtcNow(), console.Profile.Width, console.Profile.Height);
        if (isWatched)
        {
            await console.Live(new Text("")).Overflow(VerticalOverflow.Crop).StartAsync(async live =>
            {
                await player.PlayAsync(played, until => TickAsync(live, Frame, clock, until, cancellationToken), cancellationToken);
                live.UpdateTarget(Frame());
            });
        }
        else
        {
            await player.PlayAsync(played, until => Jump(clock, until), cancellationToken);
            foreach (var part in view.Whole(scene, clock.GetUtcNow()))
                console.Write(part);
        }

        var path = postMortem ?? Path.Combine(Directory.CreateTempSubdirectory("incidentkit-").FullName, "post-mortem.md");
        OutputFile.Write(path, PlayHost.PostMortem(host.Services, played, scene, OutputFile.FormatOf(path)));
        console.WriteLine();
        // Past the console, which would break a long path.
        console.Profile.Out.Writer.WriteLine(
            $"{scene.Incident!.Phase} after {Verbs.ObligationWords.Span(clock.GetUtcNow() - played.Start)}. "
            + $"The post-mortem is in {Verbs.PlainText.Line(path)}");
        await host.StopAsync(cancellationToken);
    }

    private static Task Jump(SimulatedClock clock, DateTimeOffset until)
    {
        clock.MoveTo(until);
        return Task.CompletedTask;
    }

    // The simulated time between two steps passes in a few frames.
    private static async Task TickAsync(
        LiveDisplayContext live,
        Func<IRenderable> show,
        SimulatedClock clock,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        var from = clock.GetUtcNow();
        for (var frame = 1; frame <= FramesPerStep; frame++)
        {
            live.UpdateTarget(show());
            live.Refresh();
            await Task.Delay(FrameTime, TimeProvider.System, cancellationToken);
            clock.MoveTo(from + ((until - from) * frame / FramesPerStep));
        }
    }
}
