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
        foreach (var (fact, _) in facts)
            Read(fact);
        Facts = [.. facts.OrderBy(f => f.At).ThenBy(f => f.Fact.Sequence).Select(f => f.Fact)];

        DateTimeOffset At(IncidentEvent e) => incident.Facts.TimeOf(e).Instant ?? e.RecordedAt;
    }

    /// <summary>The instant.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>What had happened by then, the first first.</summary>
    public IReadOnlyList<IncidentEvent> Facts { get; }

    /// <summary>The phase; null before the declaration.</summary>
    public IncidentPhase? Phase { get; private set; }

    /// <summary>The rank of the level; null until one was set.</summary>
    public int? Level { get; private set; }

    /// <summary>The name of the level; null until one was set.</summary>
    public string? LevelName { get; private set; }

    /// <summary>Whether somebody had acknowledged.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>Who held the roles.</summary>
    public RoleHolders Roles { get; private set; }

    /// <summary>The channel of record; null until one was opened.</summary>
    public string? Channel { get; private set; }

    /// <summary>Whether customers were affected, as far as was said of that time; null while unknown.</summary>
    public bool? CustomersAffected { get; private set; }

    /// <summary>How service had come back since the last recurrence; null where it had not.</summary>
    public MitigatedBy? MitigatedBy { get; private set; }

    /// <summary>Whether it was resolved since the last recurrence.</summary>
    public bool IsResolved { get; private set; }

    private void Read(IncidentEvent fact)
    {
        Phase = fact.MovedTo ?? Phase;
        switch (fact)
        {
            case IncidentDeclared e:
                (Level, LevelName) = (e.Level, e.LevelName);
                break;
            case Acknowledged:
                IsAcknowledged = true;
                break;
            case SeverityChanged { Change: not (SeverityChange.Kept or SeverityChange.Reviewed) } e:
                (Level, LevelName) = (e.Level, e.LevelName);
                break;
            case RoleAssigned e:
                Roles = Roles.With(e.Role, e.To);
                break;
            case RoleGivenUp e:
                Roles = Roles.With(e.Role, null);
                break;
            case ChannelOpened e:
                Channel = e.Name;
                break;
            case ImpactDescribed e:
                CustomersAffected = e.CustomersAffected ?? CustomersAffected;
                break;
            case ServiceMitigated e:
                MitigatedBy = e.How;
                break;
            case IncidentRecurred { Kept: false }:
                (MitigatedBy, IsResolved) = (null, false);
                break;
            case IncidentResolved:
                IsResolved = true;
                break;
        }
    }
}
