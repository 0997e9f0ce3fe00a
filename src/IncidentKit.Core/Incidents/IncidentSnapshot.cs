namespace IncidentKit;

/// <summary>How things stood at an instant, by when they happened: with everything that was told later, and corrected.</summary>
/// <remarks>What is of unknown time counts from its recording. Immutable and thread-safe. Instants are in UTC.</remarks>
public sealed class IncidentSnapshot
{
    internal IncidentSnapshot(Incident incident, DateTimeOffset instant)
    {
        Instant = instant.ToUniversalTime();
        var ends = incident.History.OfType<MitigationRecorded>().ToLookup(e => e.Attempt, At);
        var facts = incident.History.Select(e => (
            Fact: e,
            At: e is MitigationBegun { Attempt: var n } && incident.Facts.TimeOf(e).Instant is null ? ends[n].Append(At(e)).Min() : At(e)))
            .Where(f => f.At <= Instant).ToList();
        Facts = [.. facts.OrderBy(f => f.At).ThenBy(f => f.Fact.Sequence).Select(f => f.Fact)];

        // What was recorded last decides, as in the state of the incident.
        var recorded = facts.ConvertAll(f => f.Fact);
        var sinceRecurrence = recorded[(recorded.FindLastIndex(e => e is IncidentRecurred { Kept: false }) + 1)..];
        Phase = recorded.FindLast(e => e.MovedTo is not null)?.MovedTo;
        var level = recorded.FindLast(e => e is IncidentDeclared
            or SeverityChanged { Change: not (SeverityChange.Kept or SeverityChange.Reviewed) });
        (Level, LevelName) = level switch
        {
            SeverityChanged e => (e.Level, e.LevelName),
            IncidentDeclared e => (e.Level, e.LevelName),
            _ => default((int?, string?)),
        };
        IsAcknowledged = recorded.Exists(e => e is Acknowledged);
        Roles = recorded.Aggregate(Roles, (roles, e) => e switch
        {
            RoleAssigned assigned => roles.With(assigned.Role, assigned.To),
            RoleGivenUp given => roles.With(given.Role, null),
            _ => roles,
        });
        Channel = recorded.OfType<ChannelOpened>().LastOrDefault()?.Name;
        CustomersAffected = recorded.OfType<ImpactDescribed>().LastOrDefault(e => e.CustomersAffected is not null)?.CustomersAffected;
        MitigatedBy = sinceRecurrence.OfType<ServiceMitigated>().LastOrDefault()?.How;
        IsResolved = sinceRecurrence.Exists(e => e is IncidentResolved);

        DateTimeOffset At(IncidentEvent e) => incident.Facts.TimeOf(e).Instant ?? e.RecordedAt;
    }

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>What had happened by then, the first first.</summary>
    public IReadOnlyList<IncidentEvent> Facts { get; }

    /// <summary>The phase; null before the declaration.</summary>
    public IncidentPhase? Phase { get; }

    /// <summary>The rank of the level; null until one was set.</summary>
    public int? Level { get; }

    /// <summary>The name of the level; null until one was set.</summary>
    public string? LevelName { get; }

    /// <summary>Whether somebody had acknowledged.</summary>
    public bool IsAcknowledged { get; }

    /// <summary>Who held the roles.</summary>
    public RoleHolders Roles { get; }

    /// <summary>The channel of record; null until one was opened.</summary>
    public string? Channel { get; }

    /// <summary>Whether customers were affected, as far as was said of that time; null while unknown.</summary>
    public bool? CustomersAffected { get; }

    /// <summary>How service had come back since the last recurrence; null where it had not.</summary>
    public MitigatedBy? MitigatedBy { get; }

    /// <summary>Whether it was resolved since the last recurrence.</summary>
    public bool IsResolved { get; }
}
