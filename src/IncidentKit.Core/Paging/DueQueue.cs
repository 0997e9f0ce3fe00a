namespace IncidentKit;

/// <summary>When something is due of each incident. A change costs the logarithm of their number.</summary>
/// <remarks>Thread-safe. Instants are in UTC.</remarks>
internal sealed class DueQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IncidentId, (long Version, DateTimeOffset DueAt)> _incidents = [];
    private readonly SortedSet<(DateTimeOffset DueAt, Guid Id)> _due = [];

    /// <summary>Says that an incident was changed, and when something is due of it; null for never.</summary>
    /// <remarks>An instant never moves later here: who looks then finds nothing, and says so by <see cref="Settle"/>.</remarks>
    public void Change(IncidentId id, long version, DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            if (_incidents.TryGetValue(id, out var known))
                Put(id, version, dueAt < known.DueAt ? dueAt.Value : known.DueAt);
            else if (dueAt is { } due)
                Put(id, version, due);
        }
    }

    /// <summary>Says when something is due of an incident by a reading of it, unless it was changed since.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="version">The version that was read.</param>
    /// <param name="dueAt">When something is due; null for never.</param>
    public void Settle(IncidentId id, long version, DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            if (_incidents.TryGetValue(id, out var known) && known.Version > version)
                return;
            if (dueAt is { } due)
                Put(id, version, due);
            else
                Remove(id);
        }
    }

    /// <summary>The incidents of which something is due by an instant, the earliest first.</summary>
    public IReadOnlyList<IncidentId> By(DateTimeOffset until)
    {
        lock (_lock)
            return [.. _due.TakeWhile(entry => entry.DueAt <= until).Select(entry => new IncidentId(entry.Id))];
    }

    /// <summary>When something is due next after an instant; null if nothing is.</summary>
    public DateTimeOffset? After(DateTimeOffset instant)
    {
        lock (_lock)
        {
            var later = _due.GetViewBetween((instant.AddTicks(1), Guid.Empty), (DateTimeOffset.MaxValue, Guid.AllBitsSet));
            return later.Count == 0 ? null : later.Min.DueAt;
        }
    }

    private void Put(IncidentId id, long version, DateTimeOffset dueAt)
    {
        Remove(id);
        _incidents[id] = (version, dueAt);
        _due.Add((dueAt, id.Value));
    }

    private void Remove(IncidentId id)
    {
        if (_incidents.Remove(id, out var known))
            _due.Remove((known.DueAt, id.Value));
    }
}
