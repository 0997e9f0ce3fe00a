using System.Runtime.CompilerServices;

namespace IncidentKit.Testing.Tests;

/// <summary>A store with one fault.</summary>
internal sealed class BrokenStore(InMemoryIncidentStore inner, StoreFault fault) : DelegatingIncidentStore(inner)
{
    private readonly Dictionary<IncidentId, DateTimeOffset> _firstDue = [];
    private readonly Dictionary<string, IncidentId> _everByAlertKey = new(StringComparer.Ordinal);

    public override async ValueTask AppendAsync(
        IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken)
    {
        foreach (var key in commit.AlertKeys)
            _everByAlertKey.TryAdd(key, id);
        if (commit.NextDueAt is { } due)
            _firstDue.TryAdd(id, due);
        var given = fault == StoreFault.RecordsWhatWasGivenUp ? CancellationToken.None : cancellationToken;
        try
        {
            await Inner.AppendAsync(id, expectedVersion, Altered(commit), given);
        }
        catch (IncidentConcurrencyException) when (fault == StoreFault.TakesAnyVersion)
        {
            // It was recorded, as far as it says.
        }
    }

    public override async ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var events = await Inner.ReadAsync(id, cancellationToken);
        return (fault, events) switch
        {
            (StoreFault.LosesTheLastEvent, [.., _]) => [.. events.Take(events.Count - 1)],
            (StoreFault.SwapsEvents, [var first, var second, ..]) => [second, first, .. events.Skip(2)],
            _ => events,
        };
    }

    public override async IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<(IncidentId Incident, DateTimeOffset DueAt)> due = [];
        await foreach (var place in Inner.ListDueAsync(until, cancellationToken))
            due.Add(place);
        if (fault == StoreFault.ListsDueUnordered)
            due.Reverse();
        if (fault == StoreFault.KeepsTheFirstDueInstant)
            due = due.ConvertAll(place => (place.Incident, _firstDue[place.Incident]));
        foreach (var place in due.Where(place => fault != StoreFault.LeavesTheInstantItselfOut || place.DueAt < until))
            yield return place;
    }

    public override async ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken) =>
        fault == StoreFault.FindsAlertKeysOfEndedIncidents ? _everByAlertKey.TryGetValue(key, out var id) ? id : null
        : await Inner.FindOpenByAlertKeyAsync(fault == StoreFault.IgnoresCaseOfKeys ? Lower(key) : key, cancellationToken);

    public override async ValueTask<IdempotencyRecord?> FindByIdempotencyKeyAsync(
        IncidentId? incident, string key, CancellationToken cancellationToken) =>
        fault == StoreFault.FindsNoIdempotencyKey
            ? null
            : await Inner.FindByIdempotencyKeyAsync(incident, fault == StoreFault.IgnoresCaseOfKeys ? Lower(key) : key, cancellationToken);

    public override IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken) =>
        Inner.SearchAsync(
            fault == StoreFault.ListsEndedIncidents && query.IsOpen == true ? new IncidentQuery()
                : fault == StoreFault.ForgetsTheLimit ? new IncidentQuery
                {
                    Text = query.Text,
                    Service = query.Service,
                    Label = query.Label,
                    Number = query.Number,
                    Phase = query.Phase,
                    IsOpen = query.IsOpen,
                    Level = query.Level,
                    Declared = query.Declared,
                }
                : query,
            cancellationToken);

    public override async ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken)
    {
        var number = await Inner.NextNumberAsync(cancellationToken);
        return fault == StoreFault.GivesANumberTwice ? (number + 1) / 2 : number;
    }

    public override async ValueTask<IReadOnlyList<HeldDelivery>> HoldDeliveriesAsync(
        string port,
        DateTimeOffset now,
        DateTimeOffset until,
        int most,
        CancellationToken cancellationToken)
    {
        var held = await Inner.Outbox!.HoldDeliveriesAsync(port, now, until, most, cancellationToken);
        return fault == StoreFault.ForgetsFailures ? [.. held.Select(h => h with { Failures = 0 })] : held;
    }

    public override async ValueTask<bool> CompleteDeliveryAsync(HeldDelivery held, CancellationToken cancellationToken) =>
        await Inner.Outbox!.CompleteDeliveryAsync(held, cancellationToken) || fault == StoreFault.CompletesAnything;

    public override ValueTask<bool> SetDeliveryAsideAsync(
        HeldDelivery held, DateTimeOffset at, string reason, CancellationToken cancellationToken) =>
        fault == StoreFault.LosesWhatIsSetAside
            ? Inner.Outbox!.CompleteDeliveryAsync(held, cancellationToken)
            : Inner.Outbox!.SetDeliveryAsideAsync(held, at, reason, cancellationToken);

    private static string Lower(string key) => key.ToLowerInvariant();

    private IncidentCommit Altered(IncidentCommit commit) => new()
    {
        Events = commit.Events, NextDueAt = commit.NextDueAt, Summary = commit.Summary, AlertKeys = commit.AlertKeys,
        RedactedEvents = fault == StoreFault.ForgetsRedactions ? [] : commit.RedactedEvents,
        Idempotency = commit.Idempotency,
        Deliveries = fault switch
        {
            StoreFault.LosesDeliveries => [],
            StoreFault.HandsOutInAnyOrder => [.. commit.Deliveries.Reverse()],
            _ => commit.Deliveries,
        },
    };
}
