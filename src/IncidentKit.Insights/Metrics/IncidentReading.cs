namespace IncidentKit.Insights;

internal sealed class IncidentReading
{
    private readonly IncidentFacts _facts;
    private readonly IncidentFigures _figures;
    private readonly SeverityLevel? _level;
    private readonly Downtime _downtime;

    public IncidentReading(Incident incident, IncidentPolicy policy, DateTimeOffset asOf)
    {
        (Incident, Policy, AsOf, _facts) = (incident, policy, asOf, incident.Facts);
        _figures = IncidentFigures.Of(incident, asOf);
        Level = SeverityTimeline.Of(incident).Final is { } rank ? policy.Level(rank).Rank : null;
        _level = Level is { } known ? policy.Level(known) : null;
        _downtime = _facts.DowntimeBy(asOf);
        Resolved = _facts.ResolvedBy(asOf);
        IsOver = Resolved is not null || incident.EndedAt <= asOf;
    }

    public Incident Incident { get; }

    public IncidentPolicy Policy { get; }

    public DateTimeOffset AsOf { get; }

    /// <summary>The rank of the last level, the review included; null if none was set.</summary>
    public int? Level { get; }

    /// <summary>Whether it was resolved, also at an unknown time, or ended.</summary>
    public bool IsOver { get; }

    /// <summary>The last resolution: known, unknown, or null where it is not resolved since it last came back.</summary>
    public When? Resolved { get; }

    public When Detected => _facts.Detected;

    public When Started => _facts.Started ?? When.Unknown;

    public When? Acknowledged => _facts.Acknowledged.FirstWhen;

    public When? Mitigated => Incident.Times.Mitigated;

    public When? FirstPublicUpdate => _facts.PublicUpdates.FirstWhen;

    public IReadOnlyList<Contradiction> Contradictions => _figures.Contradictions;

    public DowntimeBasis? DowntimeBasis => _downtime.Basis;

    public int Recurrences => _facts.RecurrencesBy(AsOf);

    public IReadOnlyList<ActionItem> ActionItems => _facts.ActionItemsBy(AsOf);

    public FigureReading Between(When? from, When? to) =>
        !HasHappened(to) ? NotYet
        : from is not { Instant: { } start } || to is not { Instant: { } end } ? FigureReading.Unknown
        : end < start ? FigureReading.Contradictory
        : FigureReading.Known(end - start);

    /// <summary>Nothing of an incident that is not resolved, and a bound is a bound.</summary>
    public FigureReading Downtime() =>
        !IsOver ? FigureReading.Open
        : _downtime.Total is { } downtime
            ? new(_downtime.Basis == IncidentKit.DowntimeBasis.UpperBound ? FigureStanding.AtMost : FigureStanding.Known, downtime)
        : _downtime.IsContradictory ? FigureReading.Contradictory
        : FigureReading.Unknown;

    /// <summary>From T0 where a customer noticed first; of later reports nothing is recorded.</summary>
    public FigureReading CustomerReport() => Incident.NoticedBy switch
    {
        NoticedBy.Customer => Between(Detected, FirstPublicUpdate),
        null => FigureReading.Unknown,
        _ => FigureReading.None,
    };

    /// <summary>As the last level requires; a commander if none was set.</summary>
    public FigureReading ToStaff() => (_level?.Staffing ?? Staffing.Commander) switch
    {
        Staffing.Nobody => FigureReading.None,
        Staffing.Commander => Between(Acknowledged, _facts.Commanded.FirstWhen),
        _ => Between(Acknowledged, _facts.StaffedAt(AsOf)),
    };

    public FigureReading UnderstaffedTime()
    {
        var understaffed = new UnderstaffedIntervals(_facts, Policy, AsOf);
        return !understaffed.IsAskedFor ? FigureReading.None
            : !IsOver ? FigureReading.Open
            : Resolved is not null && understaffed.Total is { } total ? FigureReading.Known(total)
            : FigureReading.Unknown;
    }

    public FigureReading LongestSilence(bool isPublic)
    {
        if ((_level ?? Policy.Level(Policy.ProvisionalLevel)).UpdateEvery is null
            || (isPublic && (Incident.CustomersAffected == false || Incident.IsRestricted)))
        {
            return FigureReading.None;
        }

        if (!IsOver)
            return FigureReading.Open;
        if (UpdatesTo(isPublic).HasUnknown || Detected.Instant is not { } detected || Resolved is not { Instant: { } resolved })
            return FigureReading.Unknown;
        if (resolved < detected)
            return FigureReading.Contradictory;
        return FigureReading.Known(_facts.Stretches(AsOf).Max(stretch => UntoldTime.Longest(
            stretch.Start < detected ? new Interval(detected, Instants.Later(stretch.End, detected)) : stretch,
            UpdatesTo(isPublic).Known)));
    }

    /// <summary>Whether updates that were not recorded may have promised more than the ledger lists.</summary>
    public bool MayHaveMoreUpdates(bool isPublic) =>
        LongestSilence(isPublic).Standing != FigureStanding.None && UpdatesTo(isPublic).HasUnknown;

    private OccurrenceSeries UpdatesTo(bool isPublic) => isPublic ? _facts.PublicUpdates : _facts.AnyUpdates;

    private FigureReading NotYet => IsOver ? FigureReading.None : FigureReading.Open;

    private bool HasHappened(When? when) => when is { } some && (some.IsUnknown || some.Instant <= AsOf);
}
