namespace IncidentKit;

/// <summary>When something is due of each incident. A change costs the logarithm of their number.</summary>
/// <remarks>Thread-safe. Instants are in UTC.</remarks>
internal sealed class DueQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<IncidentId, (long Version, DateTimeOffset? DueAt)> _incidents = [];
    private readonly SortedSet<(DateTimeOffset DueAt, Guid Id)> _due = [];

    /// <summary>Says when something is due of an incident; null for never. What an older version said is ignored.</summary>
    public void Set(IncidentId id, long version, DateTimeOffset? dueAt)
    {
        lock (_lock)
        {
            var known = _incidents.GetValueOrDefault(id);
            if (known.Version > version)
                return;
            if (known.DueAt is { } was)
                _due.Remove((was, id.Value));
            if (dueAt is not { } due)
            {
                _incidents.Remove(id);
                return;
            }

            _incidents[id] = (version, due);
            _due.Add((due, id.Value));
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
}
