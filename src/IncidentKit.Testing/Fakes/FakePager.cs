using System.Collections.Concurrent;

namespace IncidentKit.Testing;

/// <summary>A pager that keeps each page once, and can lose people.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakePager : IPager
{
    private readonly ConcurrentDictionary<string, bool> _seen = new();
    private readonly ConcurrentDictionary<Responder, bool> _unreachable = [];
    private readonly ConcurrentQueue<PageRequest> _paged = [];
    private readonly ConcurrentQueue<PageRequest> _failed = [];

    /// <summary>The pages that arrived, in order.</summary>
    public IReadOnlyList<PageRequest> Paged => [.. _paged];

    /// <summary>The pages that did not arrive, in order.</summary>
    public IReadOnlyList<PageRequest> Failed => [.. _failed];

    /// <summary>From now on, pages do not reach somebody.</summary>
    public void Lose(Responder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _unreachable[person] = true;
    }

    /// <summary>From now on, pages reach somebody again.</summary>
    public void Find(Responder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        _unreachable.TryRemove(person, out _);
    }

    /// <inheritdoc />
    public ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        var isReached = !_unreachable.ContainsKey(request.To);
        if (_seen.TryAdd(request.Delivery, true))
            (isReached ? _paged : _failed).Enqueue(request);
        return new(isReached ? PageOutcome.Delivered : PageOutcome.NotDeliverable("no phone answers"));
    }
}
