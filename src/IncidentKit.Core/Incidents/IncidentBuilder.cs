using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>
/// The state of an incident while events are applied to it, by a replay of all of them or by one step. What each property means says
/// the property of <see cref="Incident"/> with its name.
/// </summary>
/// <remarks>For one thread. Once an incident is made of it, it is no longer changed.</remarks>
internal sealed class IncidentBuilder
{
    public IncidentId Id { get; set; }

    public int? Number { get; set; }

    public string Title { get; set; } = "";

    public string Service { get; set; } = "";

    public IReadOnlyList<string> Labels { get; set; } = EquatableStringList.Empty;

    public string Policy { get; set; } = "";

    public int PolicyVersion { get; set; }

    public bool IsRetrospective { get; set; }

    public bool IsDrill { get; set; }

    public bool IsRestricted { get; set; }

    public string? CodeWord { get; set; }

    public IncidentId? RecurrenceOf { get; set; }

    public NoticedBy? NoticedBy { get; set; }

    public IncidentPhase Phase { get; set; }

    public int? Level { get; set; }

    public string? LevelName { get; set; }

    public int? ReviewedLevel { get; set; }

    public string? ReviewedLevelName { get; set; }

    public bool IsAcknowledged { get; set; }

    public RoleHolders Roles { get; set; }

    public ImmutableHashSet<Responder> Responders { get; set; } = [];

    public string? Channel { get; set; }

    public ImpactFacts ImpactFacts { get; set; } = ImpactFacts.Unknown;

    public string? Feature { get; set; }

    public string? Symptom { get; set; }

    public ImmutableList<MitigationAttempt> Attempts { get; set; } = [];

    /// <summary>The numbers of the attempts that run.</summary>
    public ImmutableSortedSet<int> Running { get; set; } = [];

    public MitigatedBy? MitigatedBy { get; set; }

    public int Escalations { get; set; }

    public int Recurrences { get; set; }

    public string? Cause { get; set; }

    public bool IsResolved { get; set; }

    public bool IsWatchEnded { get; set; }

    public KeyedList<string, IncidentAlert> Alerts { get; set; } = KeyedList<string, IncidentAlert>.Empty;

    public KeyedList<IncidentLink, IncidentLink> Links { get; set; } = KeyedList<IncidentLink, IncidentLink>.Empty;

    public IncidentId? DuplicateOf { get; set; }

    public KeyedList<VendorCase, VendorCase> Vendors { get; set; } = KeyedList<VendorCase, VendorCase>.Empty;

    public ImmutableHashSet<RecordedMiss> Misses { get; set; } = [];

    public ImmutableList<TemporaryAlert> TemporaryAlerts { get; set; } = [];

    public bool IsPostMortemPublished { get; set; }

    public ImmutableList<ActionItem> ActionItems { get; set; } = [];

    public ImmutableHashSet<string> WaivedDemands { get; set; } = [];

    public When Detected { get; set; }

    public When? Ended { get; set; }

    /// <summary>The sequence of the event that ended it; 0 where none did.</summary>
    public long EndedBy { get; set; }

    public SharedList<IncidentEvent> History { get; private set; } = SharedList<IncidentEvent>.Empty;

    /// <summary>The same state, to go on from.</summary>
    public IncidentBuilder Copy() => (IncidentBuilder)MemberwiseClone();

    /// <summary>Ends the changes.</summary>
    public IncidentBuilder Frozen()
    {
        Alerts.Freeze();
        Links.Freeze();
        Vendors.Freeze();
        return this;
    }

    /// <summary>Applies an event that was checked to follow. What did not fit the phase is known too: it only moved nothing.</summary>
    public void Apply(IncidentEvent happened)
    {
        History = History.Add(happened);
        Phase = happened.MovedTo ?? Phase;
        happened.Apply(this);
    }

    /// <summary>Counts a person among the responders; a program is none.</summary>
    public void Meet(Actor? actor)
    {
        if (actor is Responder person)
            Responders = Responders.Add(person);
    }

    /// <summary>Attaches an alert, or counts that it fired again.</summary>
    public void Attach(string key, string? text)
    {
        var place = Alerts.PlaceOf(key);
        var alert = place is { } at
            ? Alerts[at] with { Text = text ?? Alerts[at].Text, Fired = Alerts[at].Fired + 1, IsCleared = false }
            : new IncidentAlert { Key = key, Text = text };
        Alerts = Alerts.With(place, alert, key);
    }

    /// <summary>Links another incident, once for each kind of link.</summary>
    public void Link(IncidentLink link) => Links = Links.PlaceOf(link) is null ? Links.With(null, link, link) : Links;

    /// <summary>Adds a case of a vendor; a vendor without a case is the same as its first case.</summary>
    public void Engage(VendorCase engaged)
    {
        var anyCase = new VendorCase(engaged.Vendor, null);
        var first = Vendors.PlaceOf(anyCase);
        var place = Vendors.PlaceOf(engaged) ?? (first is { } only && Vendors[only].Case is null ? first : null);
        engaged = place is { } known ? engaged with { Case = engaged.Case ?? Vendors[known].Case } : engaged;
        Vendors = Vendors.With(place, engaged, engaged, anyCase);
    }

    /// <summary>Ends the incident, where the event moved it.</summary>
    public void EndBy(IncidentEvent end)
    {
        if (end.MovedTo is null)
            return;
        Ended = end.When;
        EndedBy = end.Sequence;
        DuplicateOf = null;
    }
}
