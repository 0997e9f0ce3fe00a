using System.Collections;
using System.Runtime.CompilerServices;
using IncidentKit.Testing;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests;

/// <summary>How often obligations and histories are read for a command, however many incidents are open.</summary>
[Collection(nameof(Alone))]
public sealed class CountedWorkTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private readonly KeptPages _pager = new();
    private readonly PagingBacklog _queue = new();
    private readonly IncidentPolicies _policies;
    private int _asked;

    public CountedWorkTests() => _policies = new(new IncidentPolicy
    {
        Name = "default",
        Obligations =
        [
            new("acme.counted", ObligationTrigger.Detection, ObligationDeadline.Within(TimeSpan.FromDays(1)))
            {
                When = _ =>
                {
                    _asked++;
                    return true;
                },
            },
        ],
    });

    [Fact]
    public async Task Execute_WithAPagerAnd10000OpenIncidents_ReadsObligationsAtMostThreeTimes()
    {
        var store = await FullAsync(10_000);
        var manager = new IncidentManager(store, new CountingIds(), _clock, [], _policies, paging: _queue);
        using var monitor = new PagingMonitor(manager, store, _policies, _clock, _pager, _queue, new ListedOnCall([Alice]));
        await monitor.CheckAsync(Cancel);
        var incident = (await manager.DeclareAsync(Alert("one"), Cancel)).Incident!;
        await monitor.CheckAsync(Cancel);
        await manager.ExecuteAsync(incident.Id, new Acknowledge { By = Alice }, Cancel);
        await monitor.CheckAsync(Cancel);

        _asked = 0;
        await manager.ExecuteAsync(incident.Id, new AddNote { By = Alice, Text = "seen" }, Cancel);
        await monitor.CheckAsync(Cancel);

        var asked = _asked;
        Assert.InRange(asked / AskedByOneReading(), 1, 3);
    }

    [Fact]
    public async Task Declare_WithOnePage_ReadsObligationsAtMostSixTimesAndReplaysThreeTimes()
    {
        var store = new ObservedStore(new InMemoryIncidentStore());
        var manager = new IncidentManager(store, new CountingIds(), _clock, [], _policies, paging: _queue);
        using var monitor = new PagingMonitor(manager, store, _policies, _clock, _pager, _queue, new ListedOnCall([Alice]));

        await manager.DeclareAsync(Alert("one") with { Level = 1 }, Cancel);
        await monitor.CheckAsync(Cancel);

        Assert.Equal("alice", _pager.Pages.Single().To.Id);
        var asked = _asked;
        Assert.InRange(asked / AskedByOneReading(), 1, 6);
        Assert.InRange(store.Replays, 1, 3);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("alert")]
    [InlineData("acknowledge")]
    public async Task Execute_100000OpenIncidents_CostsWhat100Cost(string what)
    {
        var (fewBytes, fewRows) = await CostAsync(100, what);
        var (manyBytes, manyRows) = await CostAsync(100_000, what);

        Assert.Equal(fewRows, manyRows);
        Assert.InRange(manyBytes, 1, fewBytes * 11 / 10);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static DeclareIncident Alert(string key) =>
        new() { By = new SystemActor("alerts"), Title = "Checkout fails", Service = "checkout", AlertKey = key };

    // A condition may be asked more than once in one reading.
    private int AskedByOneReading()
    {
        var incident = new IncidentLifecycle(_policies.Default).Declare(Story.Id, Alert("one"), Start).Incident!;
        _asked = 0;
        new ObligationLedger(_policies.Default).At(incident, Start);
        return _asked;
    }

    private async Task<(long Bytes, int Rows)> CostAsync(int open, string what)
    {
        var store = new ObservedStore(await FullAsync(open));
        var manager = new IncidentManager(store, new CountingIds(), _clock, [], _policies, paging: new PagingBacklog());
        var best = long.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var incident = (await manager.DeclareAsync(Alert($"new {i}"), Cancel)).Incident!;
            IncidentCommand command = what switch
            {
                "note" => new AddNote { By = Alice, Text = "seen" },
                "alert" => new AttachAlert { By = Alice, Key = $"newer {i}" },
                _ => new Acknowledge { By = Alice },
            };
            store.Rows = 0;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var executed = manager.ExecuteAsync(incident.Id, command, Cancel);
            // The store is in memory, so the whole way was run by this thread.
            Assert.True(executed.IsCompletedSuccessfully);
            best = Math.Min(best, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return (best, store.Rows);
    }

    private async Task<InMemoryIncidentStore> FullAsync(int count)
    {
        var store = new InMemoryIncidentStore();
        var lifecycle = new IncidentLifecycle(_policies.Default);
        for (var i = 1; i <= count; i++)
        {
            var id = new IncidentId(new Guid(i, 1, 1, new byte[8]));
            var decision = lifecycle.Declare(id, Alert($"old {i}"), Start);
            await store.AppendAsync(id, 0, new IncidentCommit
            {
                Events = decision.Events, NextDueAt = Start.AddDays(1), Summary = IncidentSummary.Of(decision.Incident!),
                AlertKeys = [$"old {i}"],
            }, Cancel);
        }

        return store;
    }

    /// <summary>Counts the rows that are listed, and how often a history that was read is gone through.</summary>
    private sealed class ObservedStore(IIncidentStore inner) : DelegatingIncidentStore(inner)
    {
        public int Rows { get; set; }

        public int Replays { get; private set; }

        public override async ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken) =>
            await Inner.ReadAsync(id, cancellationToken) is { } events ? new Counted(events, () => Replays++) : null;

        public override IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
            DateTimeOffset until, CancellationToken cancellationToken) =>
            CountAsync(base.ListDueAsync(until, cancellationToken), cancellationToken);

        public override IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) =>
            CountAsync(base.SearchAsync(query, cancellationToken), cancellationToken);

        private async IAsyncEnumerable<T> CountAsync<T>(
            IAsyncEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                Rows++;
                yield return row;
            }
        }
    }

    private sealed class Counted(IReadOnlyList<IncidentEvent> events, Action read) : IReadOnlyList<IncidentEvent>
    {
        public int Count => events.Count;

        public IncidentEvent this[int index] => events[index];

        public IEnumerator<IncidentEvent> GetEnumerator()
        {
            read();
            return events.GetEnumerator();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
