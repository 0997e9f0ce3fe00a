using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Hosting.Tests.Telemetry;

/// <summary>What is measured, traced and logged, and that no text of a restricted incident is in any of it.</summary>
[Process("P62")]
public sealed class TelemetryTests : IDisposable
{
    private const string Canary = "zebrafish";

    private readonly FakeTimeProvider _clock = new(Start);
    private readonly ConcurrentQueue<(string Signal, string Tag, string Value)> _heard = [];
    private readonly ConcurrentQueue<string> _logs = [];
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _activities;
    private readonly Meters _factory = new();
    private readonly TaskCompletionSource _wake = new();

    public TelemetryTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (_factory.Own.Contains(instrument.Meter))
                listener.EnableMeasurementEvents(instrument);
        };
        _meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument.Name, tags));
        _meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument.Name, tags));
        _meters.Start();
        // Other tests trace too: only what is inside this test's own activity counts.
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IncidentKitTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                foreach (var (tag, value) in activity.TagObjects.Append(new("status", activity.StatusDescription)))
                    _heard.Enqueue((activity.OperationName, tag, $"{value}"));
            },
        };
        ActivitySource.AddActivityListener(_activities);
    }

    [Fact]
    public async Task Restricted_CanaryInEveryText_IsInNoTagLogOrTrace()
    {
        await using var services = Services(failing: true);
        var (manager, dispatcher) = (services.GetRequiredService<IncidentManager>(), services.GetRequiredService<DeliveryDispatcher>());
        var id = (await manager.DeclareAsync(
            new() { By = Alice, Title = Canary, Service = Canary, Restricted = true, AlertKey = Canary },
            Cancel)).Incident!.Id;
        await manager.ExecuteAsync(id, new DescribeImpact { By = Alice, Symptom = Canary, Feature = Canary }, Cancel);
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = Canary }, Cancel);
        await manager.ExecuteAsync(id, new CloseIncident { By = Alice }, Cancel);
        for (var i = 0; i < 3; i++)
        {
            await dispatcher.DispatchAsync(Cancel);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        await services.GetRequiredService<ObligationMonitor>().CheckAsync(Cancel);
        var health = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancel);

        Assert.True(_heard.Count > 20 && _logs.Count > 4, $"{_heard.Count} tags, {_logs.Count} logs");
        Assert.DoesNotContain(_heard, heard => heard.Value.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(_logs, log => log.Contains(Canary, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(
            Canary,
            string.Join(' ', health.Entries.Values.Select(e => $"{e.Description} {string.Join(' ', e.Data)}")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signals_EachThatIsListed_IsSentWithItsTagsAndNoOthers()
    {
        await using var services = Services(failing: true);
        var (manager, dispatcher) = (services.GetRequiredService<IncidentManager>(), services.GetRequiredService<DeliveryDispatcher>());
        var id = (await manager.DeclareAsync(new() { By = Alice, Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!.Id;
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "seen" }, Cancel);
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "seen again" }, Cancel);
        await manager.ExecuteAsync(id, new CloseIncident { By = Alice }, Cancel);
        await Assert.ThrowsAsync<IncidentNotFoundException>(() => manager.ExecuteAsync(
            new IncidentId(Guid.Parse("018f0000-0000-7000-8000-00000000000f")),
            new Acknowledge { By = Alice },
            Cancel));
        for (var i = 0; i < 3; i++)
        {
            await dispatcher.DispatchAsync(Cancel);
            _clock.Advance(TimeSpan.FromHours(1));
        }

        await services.GetRequiredService<ObligationMonitor>().CheckAsync(Cancel);

        var heard = _heard.Where(h => h.Tag != "status").Select(h => (h.Signal, h.Tag)).Distinct().Order();
        Assert.Equal(IncidentKitTelemetry.Signals.SelectMany(s => s.Tags.Select(tag => (s.Name, tag))).Order(), heard);
        Assert.Equal(
            ["accepted", "error", "refused"],
            _heard.Where(h => h is { Signal: "incidentkit.decision.duration", Tag: "incidentkit.decision.outcome" })
                .Select(h => h.Value)
                .Distinct()
                .Order());
    }

    [Fact]
    public async Task Health_MonitorAndDeliveries_AreLookedAfter()
    {
        await using var services = Services(failing: true);
        var manager = services.GetRequiredService<IncidentManager>();
        var dispatcher = services.GetRequiredService<DeliveryDispatcher>();
        var health = services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancel)).Status);

        var id = (await manager.DeclareAsync(new() { By = Alice, Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!.Id;
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "seen" }, Cancel);
        Assert.Equal(HealthStatus.Healthy, (await health.CheckHealthAsync(Cancel)).Status);

        _clock.Advance(TimeSpan.FromMinutes(32));
        Assert.Equal(
            [
                "obligations or pages are due since 2025-11-18 14:25:00Z and nobody looked: "
                    + "check that the obligation monitor and the paging monitor are running",
                "bad is behind since 2025-11-18 14:23:00Z",
                "good is behind since 2025-11-18 14:23:00Z.",
            ],
            await TroublesAsync());

        await services.GetRequiredService<ObligationMonitor>().CheckAsync(Cancel);
        await dispatcher.DispatchAsync(Cancel);
        _clock.Advance(TimeSpan.FromMinutes(5));
        await dispatcher.DispatchAsync(Cancel);
        Assert.Equal(["1 delivery to bad set aside: list them, and retry them by hand."], await TroublesAsync());

        async Task<string[]> TroublesAsync()
        {
            var report = await health.CheckHealthAsync(Cancel);
            Assert.Equal(HealthStatus.Degraded, report.Status);
            return report.Entries["incidentkit"].Description!.Split("; ")
                .Where(t => !t.Contains("no connection", StringComparison.Ordinal))
                .ToArray();
        }
    }

    public void Dispose()
    {
        _meters.Dispose();
        _activities.Dispose();
        _factory.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private void Hear(string signal, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (tag, value) in tags)
            _heard.Enqueue((signal, tag, $"{value}"));
    }

    private ServiceProvider Services(bool failing)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IMeterFactory>(_factory);
        services.AddSingleton(_logs);
        services.AddSingleton(typeof(ILogger<>), typeof(Listened<>));
        services.AddSingleton<IIncidentConnection>(new Talker("good", false));
        services.AddSingleton<IIncidentConnection>(new Talker("bad", failing));
        services.AddSingleton<IIncidentObserver>(new Sleeper(_wake.Task));
        services.Configure<IncidentManagerOptions>(o => o.MaxWaitingCommits = 1);
        services.AddIncidentKit().ConfigureDeliveries(o => o.MostFailures = 2);
        services.AddHealthChecks().AddIncidentKit();
        return services.BuildServiceProvider();
    }

    /// <summary>Is slow, so that commits are dropped.</summary>
    private sealed class Sleeper(Task wake) : IIncidentObserver
    {
        public async ValueTask OnCommittedAsync(IncidentCommitted committed, CancellationToken cancellationToken) => await wake;
    }

    /// <summary>Puts the texts of an incident into its exceptions, as careless adapters do.</summary>
    private sealed class Talker(string name, bool fails) : IIncidentConnection
    {
        public string Name => name;

        public bool KeepsRestrictions => true;

        public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) => committed.Events.Any(e => e is ImpactDescribed)
            ? throw new InvalidOperationException(committed.Incident.Title)
            : committed.Events.OfType<NoteAdded>().Select(note => IncidentDelivery.Of(note, Name, "note"));

        public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
            fails
                ? throw new InvalidOperationException($"cannot send {attempt.Incident.Title}: {((NoteAdded)attempt.Fact!).Text}")
                : new(DeliveryResult.Delivered());
    }

    private sealed class Meters : IMeterFactory
    {
        public List<Meter> Own { get; } = [];

        public Meter Create(MeterOptions options)
        {
            options.Scope = this;
            Own.Add(new Meter(options));
            return Own[^1];
        }

        public void Dispose() => Own.ForEach(meter => meter.Dispose());
    }

    private sealed class Listened<T>(ConcurrentQueue<string> logs) : ILogger<T>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            logs.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
