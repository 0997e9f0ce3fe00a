namespace IncidentKit;

// How the history is read: once in the order of recording, for what a later statement overrules, and once in the order of time.
public sealed partial class IncidentFacts
{
    // When the fact counts; null where that is unknown.
    private DateTimeOffset? CountsAt(IncidentEvent happened, When when) => happened switch
    {
        // Of unknown time, it was so from the start.
        ImpactDescribed => when.Instant ?? DateTimeOffset.MinValue,
        _ when _isRetrospective => when.Instant,
        SeverityChanged { Change: SeverityChange.Lowered } or ObligationWaived or IncidentRestricted or RestrictionLifted => _recorded,
        IncidentClosed or IncidentCancelled or IncidentReopened => _recorded,
        SeverityChanged => when.Instant < _recorded ? when.Instant : _recorded,
        IncidentRecurred or IncidentResolved => when.Instant ?? _recorded,
        _ => when.Instant,
    };

    // What depends on the order of recording: what a later statement overrules, and what is counted.
    private Counted ReadAsRecorded(IncidentEvent happened)
    {
        var when = TimeOf(happened);
        // A clock that is set back does not turn the order of recording round.
        _recorded = happened.RecordedAt > _recorded ? happened.RecordedAt : _recorded;
        var at = CountsAt(happened, when);
        switch (happened)
        {
            case IncidentDeclared e:
                (Declared, LevelFromStart) = (when, e.Level);
                break;
            case IncidentDetected:
                Detected = when;
                break;
            case ImpactStarted:
                Started = when;
                break;
            // In an incident that is under way, what is not recorded has not happened.
            case FactsUnknown e when _isRetrospective:
                _unknown.UnionWith(e.Facts);
                break;
            case SeverityChanged { Change: SeverityChange.Set or SeverityChange.Raised or SeverityChange.Lowered } e when at is { } from:
                _levels.Add(new(from, e));
                break;
            case ImpactStated e:
                _impact.Remove(e.Replaces ?? 0);
                _impact.Add(e.Sequence, e with { When = when });
                break;
            case IncidentRecurred { Kept: false }:
                _recurrences++;
                if (at is { } since)
                    Recurrences.Add(since, new Recurrence(_recurrences, happened.Sequence));
                break;
            case IncidentResolved:
                _isResolutionUnknown |= when.IsUnknown;
                break;
        }

        return new Counted(at ?? _recorded, at, happened);
    }

    private void Read(IncidentEvent happened, DateTimeOffset sortedBy, DateTimeOffset? at)
    {
        SeriesOf(happened)?.Add(at);
        switch (happened)
        {
            case SeverityChanged { Change: not SeverityChange.Reviewed } e:
                LevelSet.Add(at);
                if (_isRetrospective && e.Change != SeverityChange.Kept && at is { } named)
                    Levels.Add(new(named, e.Level));
                break;
            case ImpactDescribed e:
                if (e.CustomersAffected is { } affected)
                    Affected.Add(new(sortedBy, affected));
                if (e.DataLost is { } lost)
                    DataLost.Add(new(sortedBy, lost));
                break;
            case RoleAssigned or RoleGivenUp:
                ReadRole(happened, at);
                break;
            case ServiceMitigated e:
                MitigatedAfter(e.Recurrence).Add(at);
                break;
            case EscalatedUnmitigated:
                Escalated.Add(at, sortedBy, happened.Sequence);
                break;
            case UpdatePosted e:
                ReadUpdate(e, at);
                break;
            case ObligationWaived e when at is { } waived:
                Waivers.Add(new(waived, e.Obligation));
                break;
            case IncidentRestricted or RestrictionLifted:
                Restrictions.Add(new(sortedBy, happened is IncidentRestricted));
                break;
            case DuplicateTakenOver { Status: { } status } when PublicStatus is null or IncidentKit.PublicStatus.Resolved:
                PublicStatus = status;
                break;
            // An end of unknown time is an end all the same.
            case IncidentClosed or IncidentCancelled or IncidentReopened when happened.MovedTo is not null:
                Ends.Add(new(sortedBy, happened));
                break;
        }
    }

    private OccurrenceSeries? SeriesOf(IncidentEvent happened) => happened switch
    {
        IncidentKit.Events.Acknowledged => Acknowledged,
        IncidentKit.Events.ChannelOpened => ChannelOpened,
        ServiceMitigated => Mitigated,
        UpdatePosted => AnyUpdates,
        IncidentResolved => Resolved,
        IncidentKit.Events.PostMortemFixed => PostMortemFixed,
        IncidentKit.Events.PostMortemHeld => PostMortemHeld,
        IncidentKit.Events.PostMortemPublished => PostMortemPublished,
        _ => null,
    };

    private void ReadRole(IncidentEvent change, DateTimeOffset? at)
    {
        var assigned = change as RoleAssigned;
        if (assigned?.Role == IncidentRole.IncidentCommander)
            Commanded.Add(at);
        if (at is { } known)
            Roles.Add(new(known, change));
        else if (assigned is not null)
            _rolesOfUnknownTime.Add(assigned);
    }

    private void ReadUpdate(UpdatePosted e, DateTimeOffset? at)
    {
        if (e.Audience == UpdateAudience.Public)
        {
            PublicUpdates.Add(at);
            PublicStatus = e.Status ?? PublicStatus ?? IncidentKit.PublicStatus.Investigating;
        }

        if (at is { } known)
            Updates.Add(known, e);
    }

    private OccurrenceSeries MitigatedAfter(int recurrence)
    {
        if (!Mitigations.TryGetValue(recurrence, out var series))
            Mitigations.Add(recurrence, series = new OccurrenceSeries());
        return series;
    }
}
