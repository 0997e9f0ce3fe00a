using System.Runtime.CompilerServices;

namespace IncidentKit;

/// <summary>Keeps incidents in memory, for tests, trials and hosts that may forget.</summary>
/// <remarks>
/// Thread-safe. Lists are snapshots of the moment in which they are first asked for an item. Deliveries are kept as the
/// incidents are: they go with the process.
/// </remarks>
public sealed partial class InMemoryIncidentStore : IIncidentStore, IOutboxStore
{
    // The highest number that a declaration may name leaves none above it, so it does not count for the next one.
    private const int HighestNumber = 1_000_000_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<IncidentId, Entry> _incidents = [];
    private readonly Dictionary<IncidentId, IncidentSummary> _open = [];
    private readonly SortedSet<(DateTimeOffset DueAt, Guid Id)> _due = [];
    private readonly Dictionary<string, SortedSet<(DateTimeOffset RecordedAt, Guid Id)>> _openByAlertKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<IdempotencyRecord>> _byIdempotencyKey = new(StringComparer.Ordinal);
    private readonly Dictionary<int, IncidentId> _byNumber = [];
    private int _number;

    /// <inheritdoc />
    public IOutboxStore? Outbox => this;

    /// <inheritdoc />
    public ValueTask AppendAsync(IncidentId id, long expectedVersion, IncidentCommit commit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commit);
        commit.ThrowIfNotAfter(id, expectedVersion);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var before = _incidents.GetValueOrDefault(id);
            if ((before?.Summary.Version ?? 0) != expectedVersion)
                throw new IncidentConcurrencyException(id, expectedVersion, before?.Summary.Version ?? 0);
            ThrowIfRepeated(id, expectedVersion, commit);
            if (before is null)
                ThrowIfTaken(id, commit);
            var after = new Entry(Written(before, commit), commit.Summary, commit.NextDueAt, [.. commit.AlertKeys]);
            _incidents[id] = after;
            foreach (var record in commit.Idempotency)
                Keep(record);

            if (commit.Summary.Number is { } number && _byNumber.TryAdd(number, id) && number < HighestNumber)
                _number = Math.Max(_number, number);
            Index(before, after);
            foreach (var delivery in commit.Deliveries)
                _deliveries.Add(id, delivery);
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<IncidentEvent>?> ReadAsync(IncidentId id, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_incidents.GetValueOrDefault(id)?.Events);
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<(IncidentId Incident, DateTimeOffset DueAt)> ListDueAsync(
        DateTimeOffset until, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        (DateTimeOffset DueAt, Guid Id)[] due;
        lock (_lock)
            due = [.. _due.TakeWhile(place => place.DueAt <= until)];
        foreach (var (dueAt, id) in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return (new IncidentId(id), dueAt);
        }
    }

    /// <inheritdoc />
    public ValueTask<IncidentId?> FindOpenByAlertKeyAsync(string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_openByAlertKey.TryGetValue(key, out var having) ? new IncidentId(having.Min.Id) : null);
    }

    /// <inheritdoc />
    public ValueTask<IdempotencyRecord?> FindByIdempotencyKeyAsync(IncidentId? incident, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
            return new(_byIdempotencyKey.GetValueOrDefault(key)?.Find(record => incident is null || record.Incident == incident));
    }

    /// <inheritdoc />
    public IAsyncEnumerable<IncidentSummary> SearchAsync(IncidentQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return ListAsync(
            () => query.IsOpen == true ? _open.Values : _incidents.Values.Select(entry => entry.Summary), query, cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<int?> NextNumberAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            do
                _number++;
            while (_byNumber.ContainsKey(_number));
            return new(_number);
        }
    }

    private void ThrowIfRepeated(IncidentId id, long expectedVersion, IncidentCommit commit)
    {
        var isRepeated = commit.Idempotency.Any(
            record => _byIdempotencyKey.GetValueOrDefault(record.Key)?.Exists(known => known.Incident == id) == true);
        if (isRepeated)
            throw new IncidentConcurrencyException(id, expectedVersion, expectedVersion);
    }

    private void ThrowIfTaken(IncidentId id, IncidentCommit commit)
    {
        foreach (var record in commit.Idempotency)
        {
            if (_byIdempotencyKey.TryGetValue(record.Key, out var known))
                throw new IncidentConcurrencyException(known[0].Incident, 0, _incidents[known[0].Incident].Summary.Version);
        }

        foreach (var key in commit.Summary.IsOpen ? commit.AlertKeys : [])
        {
            if (_openByAlertKey.TryGetValue(key, out var having) && new IncidentId(having.Min.Id) is var open)
                throw new IncidentConcurrencyException(open, 0, _incidents[open].Summary.Version);
        }

        if (commit.Summary.Number is { } number && _byNumber.TryGetValue(number, out var holder) && holder != id)
            throw new IncidentNumberTakenException(number, holder);
    }

    private static SharedList<IncidentEvent> Written(Entry? before, IncidentCommit commit)
    {
        var events = before?.Events ?? SharedList<IncidentEvent>.Empty;
        if (commit.RedactedEvents.Count > 0)
        {
            var rewritten = commit.RedactedEvents.ToDictionary(e => e.Sequence);
            events = events.Aggregate(SharedList<IncidentEvent>.Empty, (list, e) => list.Add(rewritten.GetValueOrDefault(e.Sequence, e)));
        }

        foreach (var happened in commit.Events)
            events = events.Add(happened);
        return events;
    }

    private void Keep(IdempotencyRecord record)
    {
        if (!_byIdempotencyKey.TryGetValue(record.Key, out var known))
            _byIdempotencyKey.Add(record.Key, known = []);
        if (!known.Exists(other => other.Incident == record.Incident))
            known.Add(record);
    }

    private void Index(Entry? before, Entry after)
    {
        var id = after.Summary.Id;
        if (before?.NextDueAt is { } wasDue)
            _due.Remove((wasDue, id.Value));
        if (after.NextDueAt is { } due)
            _due.Add((due, id.Value));
        if (before is { Summary.IsOpen: true })
            IndexAlertKeys(before, static (having, place) => having.Remove(place));
        if (after.Summary.IsOpen)
            IndexAlertKeys(after, static (having, place) => having.Add(place));
        if (after.Summary.IsOpen)
            _open[id] = after.Summary;
        else
            _open.Remove(id);
    }

    private void IndexAlertKeys(Entry entry, Action<SortedSet<(DateTimeOffset, Guid)>, (DateTimeOffset, Guid)> change)
    {
        foreach (var key in entry.AlertKeys)
        {
            if (!_openByAlertKey.TryGetValue(key, out var having))
                _openByAlertKey.Add(key, having = []);
            change(having, (entry.Summary.RecordedAt, entry.Summary.Id.Value));
            if (having.Count == 0)
                _openByAlertKey.Remove(key);
        }
    }

    private async IAsyncEnumerable<IncidentSummary> ListAsync(
        Func<IEnumerable<IncidentSummary>> from,
        IncidentQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        IncidentSummary[] all;
        lock (_lock)
            all = [.. from()];
        var found = all.Where(query.Matches).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Number).ThenBy(s => s.Id.Value);
        foreach (var summary in found.Take(query.Limit ?? int.MaxValue))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return summary;
        }
    }

    private sealed record Entry(SharedList<IncidentEvent> Events, IncidentSummary Summary, DateTimeOffset? NextDueAt, string[] AlertKeys);
}
