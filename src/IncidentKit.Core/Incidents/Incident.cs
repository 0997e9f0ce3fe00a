namespace IncidentKit;

/// <summary>An incident as it stands after its events, folded in the order in which they were recorded.</summary>
/// <remarks>
/// There is no setter: a change is a command that passes <c>IncidentLifecycle.Decide</c>, which answers with the next incident.
/// What hangs on the time of happening (see <see cref="Times"/>) is read from <see cref="History"/>, corrections included.
/// Immutable and thread-safe.
/// </remarks>
public sealed partial class Incident
{
    private readonly IncidentBuilder _state;
    private IncidentFacts? _facts;

    private Incident(IncidentBuilder state) => _state = state.Frozen();

    /// <summary>The identity.</summary>
    public IncidentId Id => _state.Id;

    /// <summary>The number that people use, where the store gave one.</summary>
    public int? Number => _state.Number;

    /// <summary>What is wrong, in one line.</summary>
    public string Title => _state.Title;

    /// <summary>The service that is affected.</summary>
    public string Service => _state.Service;

    /// <summary>Words of the host's own.</summary>
    public IReadOnlyList<string> Labels => _state.Labels;

    /// <summary>The name of the policy that the incident follows.</summary>
    public string Policy => _state.Policy;

    /// <summary>The version of that policy.</summary>
    public int PolicyVersion => _state.PolicyVersion;

    /// <summary>Whether the incident was entered after the fact.</summary>
    public bool IsRetrospective => _state.IsRetrospective;

    /// <summary>Whether it is a drill (P63).</summary>
    public bool IsDrill => _state.IsDrill;

    /// <summary>Whether it is restricted (P62): only those who handle it may read its texts.</summary>
    public bool IsRestricted => _state.IsRestricted;

    /// <summary>The neutral word by which outsiders know it; null where it never was restricted.</summary>
    public string? CodeWord => _state.CodeWord;

    /// <summary>The incident that came back as this one, where that is so.</summary>
    public IncidentId? RecurrenceOf => _state.RecurrenceOf;

    /// <summary>Who noticed first, where it is known.</summary>
    public NoticedBy? NoticedBy => _state.NoticedBy;

    /// <summary>Where it stands.</summary>
    public IncidentPhase Phase => _state.Phase;

    /// <summary>Whether it is neither closed nor cancelled.</summary>
    public bool IsOpen => Phase.IsOpen();

    /// <summary>The rank of its level, 1 being the most severe; null until somebody sets one.</summary>
    public int? Level => _state.Level;

    /// <summary>The name of its level; null until somebody sets one.</summary>
    public string? LevelName => _state.LevelName;

    /// <summary>
    /// The rank of the level that a review after the end found right (P05); null where none did, or the level changed since.
    /// </summary>
    public int? ReviewedLevel => _state.ReviewedLevel;

    /// <summary>The name of that level.</summary>
    public string? ReviewedLevelName => _state.ReviewedLevelName;

    /// <summary>Whether somebody has acknowledged it.</summary>
    public bool IsAcknowledged => _state.IsAcknowledged;

    /// <summary>Who holds the roles.</summary>
    public RoleHolders Roles => _state.Roles;

    /// <summary>The people who acknowledged, joined or held a role.</summary>
    public IReadOnlySet<Responder> Responders => _state.Responders;

    /// <summary>The channel of record; null until one is opened.</summary>
    public string? Channel => _state.Channel;

    /// <summary>What is known of the impact: what a level is proposed from.</summary>
    public ImpactFacts ImpactFacts => _state.ImpactFacts;

    /// <summary>Whether customers are affected; null while unknown.</summary>
    public bool? CustomersAffected => ImpactFacts.CustomersAffected;

    /// <summary>Whether data was lost; null while unknown.</summary>
    public bool? DataLost => ImpactFacts.DataLost;

    /// <summary>The feature that is affected, where it was said.</summary>
    public string? Feature => _state.Feature;

    /// <summary>What users see, where it was said.</summary>
    public string? Symptom => _state.Symptom;

    /// <summary>The mitigation attempts, by number.</summary>
    public IReadOnlyList<MitigationAttempt> Attempts => _state.Attempts;

    /// <summary>How service came back since the last recurrence; null while it has not.</summary>
    public MitigatedBy? MitigatedBy => _state.MitigatedBy;

    /// <summary>How often the incident was escalated unmitigated.</summary>
    public int Escalations => _state.Escalations;

    /// <summary>How often it came back.</summary>
    public int Recurrences => _state.Recurrences;

    /// <summary>The cause, where it was found.</summary>
    public string? Cause => _state.Cause;

    /// <summary>Whether it was resolved since the last recurrence.</summary>
    public bool IsResolved => _state.IsResolved;

    /// <summary>What the public page says, by the update that was posted last; null while nothing was posted publicly.</summary>
    public PublicStatus? PublicStatus => Facts.PublicStatus;

    /// <summary>Whether the watch for a recurrence was ended early.</summary>
    public bool IsWatchEnded => _state.IsWatchEnded;

    /// <summary>The attached alerts, the first attached first (P17).</summary>
    public IReadOnlyList<IncidentAlert> Alerts => _state.Alerts;

    /// <summary>Other incidents that have to do with this one.</summary>
    public IReadOnlyList<IncidentLink> Links => _state.Links;

    /// <summary>The incident that covers this one, where it was marked as a duplicate.</summary>
    public IncidentId? DuplicateOf => _state.DuplicateOf;

    /// <summary>The vendors whose support is on it, each with the case that was named last (P22).</summary>
    public IReadOnlyList<VendorCase> Vendors => _state.Vendors;

    /// <summary>The misses that were recorded and not restated. What stands at some instant, the obligation ledger says.</summary>
    public IReadOnlyCollection<RecordedMiss> RecordedMisses => _state.Misses;

    /// <summary>The temporary alerts, by number.</summary>
    public IReadOnlyList<TemporaryAlert> TemporaryAlerts => _state.TemporaryAlerts;

    /// <summary>Whether the post-mortem was published.</summary>
    public bool IsPostMortemPublished => _state.IsPostMortemPublished;

    /// <summary>The action items, by number.</summary>
    public IReadOnlyList<ActionItem> ActionItems => _state.ActionItems;

    /// <summary>The ids of the rules whose demands were waived.</summary>
    public IReadOnlySet<string> WaivedDemands => _state.WaivedDemands;

    /// <summary>T0: when the first alert or report came in.</summary>
    public When Detected => _state.Detected;

    /// <summary>When it was closed or cancelled; null while it is open.</summary>
    public When? Ended => _state.Ended;

    /// <summary>
    /// When it ended, no later than that was recorded: what happened before is late, and what happened
    /// after does not belong to it.
    /// </summary>
    public DateTimeOffset? EndedAt =>
        Ended is not { } ended ? null
        : History[(int)_state.EndedBy - 1].RecordedAt is var recorded && ended.Instant < recorded ? ended.Instant
        : recorded;

    /// <summary>The first mitigation attempt that runs; null where none does.</summary>
    internal MitigationAttempt? RunningAttempt => _state.Running.IsEmpty ? null : Attempts[_state.Running.Min - 1];

    /// <summary>How many events it has; the sequence number of the last one.</summary>
    public long Version => History.Count;

    /// <summary>All its events, in the order in which they were recorded. It only grows.</summary>
    public IReadOnlyList<IncidentEvent> History => _state.History;

    /// <summary>The same, for reading all of it.</summary>
    internal ReadOnlySpan<IncidentEvent> Recorded => _state.History.Span;

    /// <summary>Its first and last times, by when things happened.</summary>
    public IncidentTimes Times => Facts.Times;

    /// <summary>Everything by the time of happening. Made once, on demand; two threads may both make it, to the same effect.</summary>
    public IncidentFacts Facts => _facts ??= new IncidentFacts(this);

    /// <summary>How things stood at an instant, as is known today: by what had happened by then, whenever it was recorded.</summary>
    public IncidentSnapshot AsItHappenedBy(DateTimeOffset instant) => new(this, instant);

    /// <inheritdoc />
    public override string ToString() =>
        $"{(Number is { } number ? $"#{number} " : "")}{(IsRestricted ? TitleForOutsiders : Title)} "
        + $"({Phase}{(LevelName is { } level ? $", {level}" : "")})";
}
