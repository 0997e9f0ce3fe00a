namespace IncidentKit;

/// <summary>The state of an incident at an instant, by when things happened, later reports and corrections included.</summary>
/// <remarks>A fact of unknown time counts from its recording. Immutable and thread-safe. Instants are in UTC.</remarks>
public sealed class IncidentSnapshot
{
    private readonly IncidentBuilder _state = new();

    internal IncidentSnapshot(Incident incident, DateTimeOffset instant)
    {
        Instant = instant.ToUniversalTime();
        var ends = incident.History.OfType<MitigationRecorded>().ToLookup(e => e.Attempt, At);
        var facts = incident.History.Select(e => (
            Fact: e,
            At: e is MitigationBegun { Attempt: var n } && incident.Facts.TimeOf(e).Instant is null ? ends[n].Append(At(e)).Min() : At(e)))
            .Where(f => f.At <= Instant).ToList();
        Facts = [.. facts.OrderBy(f => f.At).ThenBy(f => f.Fact.Sequence).Select(f => f.Fact)];

        foreach (var (fact, _) in facts)
        {
            Phase = fact.MovedTo ?? Phase;
            // What refers to a fact that had not happened by then changes nothing.
            if (fact.FaultAfter(_state) is null)
                fact.Apply(_state);
        }

        DateTimeOffset At(IncidentEvent e) => incident.Facts.TimeOf(e).Instant ?? e.RecordedAt;
    }

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>What had happened by then, in order of time.</summary>
    public IReadOnlyList<IncidentEvent> Facts { get; }

    /// <summary>The phase; null before the declaration.</summary>
    public IncidentPhase? Phase { get; }

    /// <summary>The rank of the level; null until one was set.</summary>
    public int? Level => _state.Level;

    /// <summary>The name of the level; null until one was set.</summary>
    public string? LevelName => _state.LevelName;

    /// <summary>Whether it was acknowledged.</summary>
    public bool IsAcknowledged => _state.IsAcknowledged;

    /// <summary>Who held the roles.</summary>
    public RoleHolders Roles => _state.Roles;

    /// <summary>The channel of record; null until one was opened.</summary>
    public string? Channel => _state.Channel;

    /// <summary>Whether customers were affected, as far as was said of that time; null while unknown.</summary>
    public bool? CustomersAffected => _state.ImpactFacts.CustomersAffected;

    /// <summary>How service had come back since the last recurrence; null if it had not.</summary>
    public MitigatedBy? MitigatedBy => _state.MitigatedBy;

    /// <summary>Whether it was resolved since the last recurrence.</summary>
    public bool IsResolved => _state.IsResolved;
}
