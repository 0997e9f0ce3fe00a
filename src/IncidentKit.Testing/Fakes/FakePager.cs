namespace IncidentKit.Testing;

/// <summary>A pager that keeps whom it paged, each delivery once, and whom it could not reach.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakePager : IPager
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<Responder> _unreachable = [];
    private readonly List<PageRequest> _paged = [];
    private readonly List<PageRequest> _failed = [];

    /// <summary>The pages that arrived, in order.</summary>
    public IReadOnlyList<PageRequest> Paged
    {
        get
        {
            lock (_lock)
                return [.. _paged];
        }
    }

    /// <summary>The pages that did not arrive, in order.</summary>
    public IReadOnlyList<PageRequest> Failed
    {
        get
        {
            lock (_lock)
                return [.. _failed];
        }
    }

    /// <summary>From now on, pages do not reach somebody.</summary>
    public void Lose(Responder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        lock (_lock)
            _unreachable.Add(person);
    }

    /// <summary>From now on, pages reach somebody again.</summary>
    public void Find(Responder person)
    {
        ArgumentNullException.ThrowIfNull(person);
        lock (_lock)
            _unreachable.Remove(person);
    }

    /// <inheritdoc />
    public ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_lock)
        {
            var isReached = !_unreachable.Contains(request.To);
            if (_seen.Add(request.Delivery))
                (isReached ? _paged : _failed).Add(request);
            return new(isReached ? PageOutcome.Delivered : PageOutcome.NotDeliverable("no phone answers"));
        }
    }
}
