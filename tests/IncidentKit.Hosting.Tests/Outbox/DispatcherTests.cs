using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Hosting.Tests.Outbox;

/// <summary>How one delivery is tried, put off, set aside and tried again.</summary>
public sealed class DispatcherTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly InMemoryIncidentStore _store = new();
    private readonly List<(DateTimeOffset At, string Id)> _tried = [];

    [Fact]
    public async Task Schedule_PortThatAlwaysFails_IsTriedAtTheInstantsOfTheOracle()
    {
        var random = new Random(4);
        for (var run = 0; run < 50; run++)
        {
            var test = new DispatcherTests();
            var options = new DeliveryOptions
            {
                FirstDelay = TimeSpan.FromMilliseconds(random.Next(1, 5000)),
                Jitter = random.Next(5) / 4.0,
                MostFailures = random.Next(1, 12),
            };
            options.LongestDelay = options.FirstDelay * random.Next(1, 40);
            var (manager, dispatcher) = test.Host(options, _ => throw new IOException("no route"));
            var id = await NoteAsync(manager, $"run {run}");
            for (var next = Start; !await test.HasSetAsideAsync();)
            {
                test._clock.SetUtcNow(next);
                next = await dispatcher.DispatchAsync(Cancel);
            }

            Assert.Equal(
                SlowSchedule(options, $"{id}/notes/{(await manager.FindAsync(id, Cancel))!.Version}/run {run}").Select(at => at.UtcTicks),
                test._tried.Select(t => t.At.UtcTicks));
        }
    }

    [Fact]
    public async Task SetAside_PoisonDelivery_HasAReasonAndHoldsNothingUp_AndIsRetriedByHandBeforeWhatWaits()
    {
        var poisoned = true;
        var (manager, dispatcher) = Host(
            new DeliveryOptions { MostFailures = 2 },
            attempt =>
                poisoned && attempt.Fact is NoteAdded { Text: "poison" } ? throw new FormatException("bad") : DeliveryResult.Delivered());
        var id = await NoteAsync(manager, "poison");
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "after" }, Cancel);
        await dispatcher.DispatchAsync(Cancel);
        Assert.Equal(["poison"], Tried());

        _clock.Advance(TimeSpan.FromMinutes(1));
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["poison", "poison", "after"], Tried());
        var aside = Assert.Single(await SetAsideAsync());
        Assert.Equal(
            (id, "2 attempts failed, the last one with: FormatException", 2, Start.AddMinutes(1)),
            (aside.Incident, aside.Reason, aside.Attempts, aside.At));

        poisoned = false;
        Assert.True(await dispatcher.RetryAsync(aside, Cancel));
        Assert.False(await dispatcher.RetryAsync(aside, Cancel));
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = "last" }, Cancel);
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["poison", "poison", "after", "poison", "last"], Tried());
        Assert.Empty(await SetAsideAsync());
        Assert.Empty(await _store.ReadDeliveryBacklogAsync(Cancel));
    }

    [Fact]
    public async Task SetAside_Refusal_IsSetAsideAtOnceWithItsCode()
    {
        var (manager, dispatcher) = Host(new DeliveryOptions(), _ => DeliveryResult.Refused("channel_not_found"));
        await NoteAsync(manager, "no");
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal("refused: channel_not_found", Assert.Single(await SetAsideAsync()).Reason);
        Assert.Single(_tried);
    }

    [Fact]
    public async Task Throttled_WaitsAsLongAsTheServiceAsks_AndIsNeverSetAsideForIt()
    {
        var (manager, dispatcher) = Host(
            new DeliveryOptions { MostFailures = 1 },
            _ => _tried.Count < 4 ? DeliveryResult.Throttled(TimeSpan.FromSeconds(40)) : DeliveryResult.Delivered());
        await NoteAsync(manager, "wait");
        for (var second = 0; second < 200; second++)
        {
            await dispatcher.DispatchAsync(Cancel);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([0, 40, 80, 120], _tried.Select(t => (int)(t.At - Start).TotalSeconds));
        Assert.Empty(await SetAsideAsync());
    }

    [Fact]
    public async Task Hold_HostsThatGoDownInEveryAttempt_EndInSetAside()
    {
        var (manager, _) = Host(new DeliveryOptions(), _ => DeliveryResult.Delivered());
        await NoteAsync(manager, "kills the process");
        var options = new DeliveryOptions { MostFailures = 3 };
        var (_, dispatcher) = Host(options, _ => DeliveryResult.Delivered());
        for (var crash = 0; crash < 4; crash++)
        {
            Assert.Single(await _store.HoldDeliveriesAsync("notes", _clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(1), 9, Cancel));
            Assert.Empty(await _store.HoldDeliveriesAsync("notes", _clock.GetUtcNow(), _clock.GetUtcNow().AddMinutes(1), 9, Cancel));
            _clock.Advance(TimeSpan.FromMinutes(1));
        }

        await dispatcher.DispatchAsync(Cancel);

        Assert.Empty(_tried);
        Assert.Equal("4 attempts failed, the last one with: no_word", Assert.Single(await SetAsideAsync()).Reason);
    }

    [Fact]
    public async Task Settle_HoldThatAnotherHostTookOver_ChangesNothing()
    {
        var (manager, _) = Host(new DeliveryOptions(), _ => DeliveryResult.Delivered());
        await NoteAsync(manager, "slow");
        var first = Assert.Single(await _store.HoldDeliveriesAsync("notes", Start, Start.AddMinutes(1), 9, Cancel));
        var second = Assert.Single(await _store.HoldDeliveriesAsync("notes", Start.AddMinutes(1), Start.AddMinutes(2), 9, Cancel));

        Assert.False(await _store.CompleteDeliveryAsync(first, Cancel));
        Assert.False(await _store.PostponeDeliveryAsync(first, Start, false, Cancel));
        Assert.False(await _store.SetDeliveryAsideAsync(first, Start, "no", Cancel));
        Assert.Equal((1, 2, 1), (first.Attempt, second.Attempt, second.Failures));
        Assert.Equal(Start.AddMinutes(2), await _store.NextDeliveryAsync("notes", Cancel));
        Assert.True(await _store.CompleteDeliveryAsync(second, Cancel));
        Assert.Null(await _store.NextDeliveryAsync("notes", Cancel));
    }

    [Fact]
    public async Task Of_ConnectionThatThrows_StopsNeitherTheCommitNorTheOthers()
    {
        var own = new Connection("own", _ => DeliveryResult.Delivered(), _tried, _clock);
        var manager = new IncidentManager(
            _store,
            new CountingIds(),
            _clock,
            [],
            new IncidentPolicies(IncidentPolicy.Default),
            null,
            new IncidentConnections([new Connection("broken", null, _tried, _clock), own]));

        await NoteAsync(manager, "seen");

        Assert.Equal("own", Assert.Single(await _store.ReadDeliveryBacklogAsync(Cancel)).Port);
    }

    [Fact]
    public async Task Host_HangingConnection_IsGivenUpAndTheOtherIncidentsGoOn()
    {
        var (hung, came) = (new TaskCompletionSource<DeliveryResult>(), new TaskCompletionSource());
        IncidentId? first = null;
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddSingleton<IIncidentStore>(_store);
        services.AddSingleton<IIncidentConnection>(new Connection("notes", attempt =>
        {
            if (attempt.Incident.Id != first)
            {
                came.TrySetResult();
                return DeliveryResult.Delivered();
            }

            // Blocks its thread, deaf to the token.
            return attempt.Number == 1 ? hung.Task.GetAwaiter().GetResult() : DeliveryResult.Refused("tried_again");
        }, _tried, _clock));
        services.AddIncidentKit();
        await using var provider = services.BuildServiceProvider();
        var manager = provider.GetRequiredService<IncidentManager>();
        var hosted = provider.GetServices<IHostedService>().OfType<DeliveryDispatcher>().Single();
        first = await DeclareAsync(manager);
        await hosted.StartAsync(Cancel);
        await manager.ExecuteAsync(first.Value, new AddNote { By = Alice, Text = "hangs" }, Cancel);
        await NoteAsync(manager, "goes on");
        await came.Task;
        while (!await HasSetAsideAsync())
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Equal("refused: tried_again", Assert.Single(await SetAsideAsync()).Reason);
        await hosted.StopAsync(Cancel);
        hung.SetResult(DeliveryResult.Delivered());
    }

    [Fact]
    public async Task Options_Unsound_AreNamedAllAtOnce()
    {
        var services = new ServiceCollection();
        services.AddIncidentKit().ConfigureDeliveries(
            o => (o.AttemptLimit, o.HoldMargin, o.FirstDelay, o.LongestDelay, o.Jitter, o.MostFailures, o.MostAtOnce, o.LateAfter) =
                (TimeSpan.Zero, TimeSpan.FromHours(2), TimeSpan.FromDays(3), TimeSpan.FromDays(2), double.NaN, 0, 0, TimeSpan.Zero));
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(
            8,
            Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IOptions<DeliveryOptions>>().Value)
                .Failures.Count());
        Assert.Empty(new DeliveryOptions().Faults());
    }

    [Fact]
    public void Connections_OfOneName_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => new IncidentConnections(
        [
            new Connection("a", null, _tried, _clock),
            new Connection("a", null, _tried, _clock), new Connection(" ", null, _tried, _clock),
        ]));

        Assert.Contains("have the name \"a\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("has the name \" \"", error.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Doubling by adding, jitter with whole numbers: no code of the library.
    private static List<DateTimeOffset> SlowSchedule(DeliveryOptions options, string id)
    {
        List<DateTimeOffset> instants = [Start];
        for (var attempt = 1; attempt < options.MostFailures; attempt++)
        {
            var whole = options.FirstDelay.Ticks;
            for (var i = 1; i < attempt && whole < options.LongestDelay.Ticks; i++)
                whole += whole;
            whole = Math.Min(whole, options.LongestDelay.Ticks);
            ulong hash = 2166136261;
            foreach (var part in id.Select(c => (ulong)c).Append((ulong)attempt))
                hash = (hash ^ part) * 16777619 % 4294967296;
            var left = (decimal)whole * (1 - ((decimal)options.Jitter * (hash / 256) / 16777216));
            instants.Add(instants[^1].AddTicks(Math.Max(1, (long)left)));
        }

        return instants;
    }

    private static async Task<IncidentId> DeclareAsync(IncidentManager manager) =>
        (await manager.DeclareAsync(new() { By = Alice, Title = "Checkout fails", Service = "checkout" }, Cancel)).Incident!.Id;

    private static async Task<IncidentId> NoteAsync(IncidentManager manager, string note)
    {
        var id = await DeclareAsync(manager);
        await manager.ExecuteAsync(id, new AddNote { By = Alice, Text = note }, Cancel);
        return id;
    }

    private IEnumerable<string> Tried() => _tried.Select(t => t.Id);

    private async Task<List<DeliverySetAside>> SetAsideAsync() => await _store.ListDeliveriesSetAsideAsync(Cancel).ToListAsync(Cancel);

    private async Task<bool> HasSetAsideAsync() => (await SetAsideAsync()).Count > 0;

    private (IncidentManager Manager, DeliveryDispatcher Dispatcher) Host(
        DeliveryOptions options, Func<DeliveryAttempt, DeliveryResult> deliver)
    {
        var connections = new IncidentConnections([new Connection("notes", deliver, _tried, _clock)]);
        var manager = new IncidentManager(
            _store, new CountingIds(), _clock, [], new IncidentPolicies(IncidentPolicy.Default), null, connections);
        return (manager, new DeliveryDispatcher(connections, manager, _store, _clock, options));
    }

    /// <summary>Delivers the notes of incidents.</summary>
    private sealed class Connection(
        string name,
        Func<DeliveryAttempt, DeliveryResult>? deliver,
        List<(DateTimeOffset At, string Id)> tried,
        TimeProvider clock) : IIncidentConnection
    {
        public string Name => name;

        public bool KeepsRestrictions => true;

        public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) =>
            deliver is null
                ? throw new InvalidOperationException("broken")
                : committed.Events.OfType<NoteAdded>().Select(note => IncidentDelivery.Of(note, Name, note.Text));

        public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
        {
            lock (tried)
                tried.Add((clock.GetUtcNow(), attempt.Delivery.Kind));
            return new(deliver!(attempt));
        }
    }
}
