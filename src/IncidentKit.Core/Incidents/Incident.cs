namespace IncidentKit;

/// <summary>An incident as it stands after its events, folded in the order in which they were recorded.</summary>
/// <remarks>
/// There is no setter: a change is a command that passes <c>IncidentLifecycle.Decide</c>, which answers with the next incident.
/// What hangs on the time of happening (see <see cref="Times"/>) is read from <see cref="History"/>, corrections included.
/// Immutable and thread-safe.
/// </remarks>
public sealed partial class Incident
{
    private IncidentFacts? _facts;

    private Incident()
    {
    }

    /// <summary>The identity.</summary>
    public IncidentId Id { get; private set; }

    /// <summary>The number that people use, where the store gave one.</summary>
    public int? Number { get; private set; }

    /// <summary>What is wrong, in one line.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The service that is affected.</summary>
    public string Service { get; private set; } = "";

    /// <summary>Words of the host's own.</summary>
    public IReadOnlyList<string> Labels { get; private set; } = EquatableStringList.Empty;

    /// <summary>The name of the policy that the incident follows.</summary>
    public string Policy { get; private set; } = "";

    /// <summary>The version of that policy.</summary>
    public int PolicyVersion { get; private set; }

    /// <summary>Whether the incident was entered after the fact.</summary>
    public bool IsRetrospective { get; private set; }

    /// <summary>Whether it is a drill (P63).</summary>
    public bool IsDrill { get; private set; }

    /// <summary>Whether it is restricted (P62): only those who handle it may read its texts.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>The neutral word by which outsiders know it; null where it never was restricted.</summary>
    public string? CodeWord { get; private set; }

    /// <summary>The incident that came back as this one, where that is so.</summary>
    public IncidentId? RecurrenceOf { get; private set; }

    /// <summary>Who noticed first, where it is known.</summary>
    public NoticedBy? NoticedBy { get; private set; }

    /// <summary>Where it stands.</summary>
    public IncidentPhase Phase { get; private set; }

    /// <summary>Whether it is neither closed nor cancelled.</summary>
    public bool IsOpen => Phase.IsOpen();

    /// <summary>The rank of its level, 1 being the most severe; null until somebody sets one.</summary>
    public int? Level { get; private set; }

    /// <summary>The name of its level; null until somebody sets one.</summary>
    public string? LevelName { get; private set; }

    /// <summary>
    /// The rank of the level that a review after the end found right (P05); null where none did, or the level changed since.
    /// </summary>
    public int? ReviewedLevel { get; private set; }

    /// <summary>The name of that level.</summary>
    public string? ReviewedLevelName { get; private set; }

    /// <summary>Whether somebody has acknowledged it.</summary>
    public bool IsAcknowledged { get; private set; }

    /// <summary>Who holds the roles.</summary>
    public RoleHolders Roles { get; private set; }

    /// <summary>The people who acknowledged, joined or held a role.</summary>
    public IReadOnlySet<Responder> Responders => _responders;

    /// <summary>The channel of record; null until one is opened.</summary>
    public string? Channel { get; private set; }

    /// <summary>What is known of the impact: what a level is proposed from.</summary>
    public ImpactFacts ImpactFacts { get; private set; } = ImpactFacts.Unknown;

    /// <summary>Whether customers are affected; null while unknown.</summary>
    public bool? CustomersAffected => ImpactFacts.CustomersAffected;

    /// <summary>Whether data was lost; null while unknown.</summary>
    public bool? DataLost => ImpactFacts.DataLost;

    /// <summary>The feature that is affected, where it was said.</summary>
    public string? Feature { get; private set; }

    /// <summary>What users see, where it was said.</summary>
    public string? Symptom { get; private set; }

    /// <summary>The mitigation attempts, by number.</summary>
    public IReadOnlyList<MitigationAttempt> Attempts => _attempts;

    /// <summary>How service came back since the last recurrence; null while it has not.</summary>
    public MitigatedBy? MitigatedBy { get; private set; }

    /// <summary>How often the incident was escalated unmitigated.</summary>
    public int Escalations { get; private set; }

    /// <summary>How often it came back.</summary>
    public int Recurrences { get; private set; }

    /// <summary>The cause, where it was found.</summary>
    public string? Cause { get; private set; }

    /// <summary>Whether it was resolved since the last recurrence.</summary>
    public bool IsResolved { get; private set; }

    /// <summary>What the public page says, by the update that was posted last; null while nothing was posted publicly.</summary>
    public PublicStatus? PublicStatus => Facts.PublicStatus;

    /// <summary>Whether the watch for a recurrence was ended early.</summary>
    public bool IsWatchEnded { get; private set; }

    /// <summary>The attached alerts, the first attached first (P17).</summary>
    public IReadOnlyList<IncidentAlert> Alerts => _alerts;

    /// <summary>Other incidents that have to do with this one.</summary>
    public IReadOnlyList<IncidentLink> Links => _links;

    /// <summary>The incident that covers this one, where it was marked as a duplicate.</summary>
    public IncidentId? DuplicateOf { get; private set; }

    /// <summary>The vendors whose support is on it, each with the case that was named last (P22).</summary>
    public IReadOnlyList<VendorCase> Vendors => _vendors;

    /// <summary>The misses that were recorded and not restated. What stands at some instant, the obligation ledger says.</summary>
    public IReadOnlyCollection<RecordedMiss> RecordedMisses => _misses;

    /// <summary>The temporary alerts, by number.</summary>
    public IReadOnlyList<TemporaryAlert> TemporaryAlerts => _temporaryAlerts;

    /// <summary>Whether the post-mortem was published.</summary>
    public bool IsPostMortemPublished { get; private set; }

    /// <summary>The action items, by number.</summary>
    public IReadOnlyList<ActionItem> ActionItems => _actionItems;

    /// <summary>The ids of the rules whose demands were waived.</summary>
    public IReadOnlySet<string> WaivedDemands => _waivedDemands;

    /// <summary>T0: when the first alert or report came in.</summary>
    public When Detected { get; private set; }

    /// <summary>When it was closed or cancelled; null while it is open.</summary>
    public When? Ended { get; private set; }

    /// <summary>
    /// When it ended, no later than that was recorded: what happened before is late, and what happened
    /// after does not belong to it.
    /// </summary>
    public DateTimeOffset? EndedAt =>
        Ended is not { } ended ? null
        : _history[(int)_endedBy - 1].RecordedAt is var recorded && ended.Instant < recorded ? ended.Instant
        : recorded;

    /// <summary>The first mitigation attempt that runs; null where none does.</summary>
    internal MitigationAttempt? RunningAttempt => _running.IsEmpty ? null : _attempts[_running.Min - 1];

    /// <summary>How many events it has; the sequence number of the last one.</summary>
    public long Version => _history.Count;

    /// <summary>All its events, in the order in which they were recorded. It only grows.</summary>
    public IReadOnlyList<IncidentEvent> History => _history;

    /// <summary>The same, for reading all of it.</summary>
    internal ReadOnlySpan<IncidentEvent> Recorded => _history.Span;

    /// <summary>Its first and last times, by when things happened.</summary>
    public IncidentTimes Times => Facts.Times;

    /// <summary>Everything by the time of happening. Made once, on demand; two threads may both make it, to the same effect.</summary>
    public IncidentFacts Facts => _facts ??= new IncidentFacts(this);

    /// <summary>Builds the incident from all its events.</summary>
    /// <exception cref="IncidentStreamException">
    /// The stream is empty, has a gap or a duplicate, mixes incidents, or holds an event that cannot be.
    /// </exception>
    public static Incident Replay(IEnumerable<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var incident = new Incident();
        foreach (var happened in events)
        {
            incident.CheckFollows(happened);
            incident.Fold(happened);
        }

        return incident._history.Count > 0
            ? incident
            : throw new IncidentStreamException(
                IncidentStreamFault.Empty,
                "The stream of events is empty: an incident begins with IncidentDeclared.");
    }

    /// <summary>The incident after <paramref name="events"/> as well; this one stays as it is.</summary>
    /// <exception cref="IncidentStreamException">The events do not follow this incident's history.</exception>
    public Incident After(IReadOnlyList<IncidentEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        var next = (Incident)MemberwiseClone();
        next._facts = null;
        for (var i = 0; i < events.Count; i++)
        {
            next.CheckFollows(events[i]);
            next.Fold(events[i]);
        }

        return next;
    }

    /// <summary>
    /// The incident as it was known at an instant: by what had been recorded by then. Texts that were
    /// redacted since stay redacted.
    /// </summary>
    /// <returns>Null where it was not declared yet.</returns>
    public Incident? AsKnownAt(DateTimeOffset instant)
    {
        var known = _history.TakeWhile(happened => happened.RecordedAt <= instant).ToList();
        return known.Count == 0 ? null : known.Count == _history.Count ? this : Replay(known);
    }

    /// <summary>How things stood at an instant, as is known today: by what had happened by then, whenever it was recorded.</summary>
    public IncidentSnapshot AsItHappenedBy(DateTimeOffset instant) => new(this, instant);

    /// <summary>The incident of a declaration that nobody has checked yet, for the rules to look at.</summary>
    internal static Incident Drafted(IncidentDeclared declared)
    {
        var incident = new Incident();
        incident.Fold(declared);
        return incident;
    }

    /// <inheritdoc />
    public override string ToString() =>
        $"{(Number is { } number ? $"#{number} " : "")}{(IsRestricted ? $"Restricted: {CodeWord}" : Title)} "
        + $"({Phase}{(LevelName is { } level ? $", {level}" : "")})";

    private void CheckFollows(IncidentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var expected = Version + 1;
        if (happened.Sequence > expected)
        {
            throw Fault(
                IncidentStreamFault.Gap,
                $"event {expected} is missing: event {happened.Sequence} ({happened.GetType().Name}) came instead");
        }

        if (happened.Sequence < expected)
        {
            throw Fault(
                IncidentStreamFault.Duplicate,
                $"event {happened.Sequence} ({happened.GetType().Name}) came where event {expected} was expected");
        }

        if (expected == 1 && happened is not IncidentDeclared)
        {
            throw Fault(
                IncidentStreamFault.NotDeclared,
                $"the first event is {happened.GetType().Name}: an incident begins with IncidentDeclared");
        }

        if (expected > 1 && happened is IncidentDeclared)
            throw Fault(IncidentStreamFault.DeclaredTwice, $"event {happened.Sequence} declares the incident again");
        if (expected > 1 && happened.Incident != Id)
            throw Fault(IncidentStreamFault.ForeignIncident, $"event {happened.Sequence} belongs to incident {happened.Incident}");
        if (EventCheck.ReasonAgainst(happened, this) is { } reason)
            throw Fault(IncidentStreamFault.Invalid, $"event {happened.Sequence} ({happened.GetType().Name}) {reason}");

        IncidentStreamException Fault(IncidentStreamFault fault, string what) =>
            new(fault, $"The events of incident {(expected == 1 ? happened.Incident : Id)} cannot be replayed: {what}.", happened.Sequence);
    }
}
