using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>
/// The state of an incident while events are applied to it, by a replay of all of them or by one step. See the property of the same
/// name on <see cref="Incident"/>.
/// </summary>
/// <remarks>For one thread. Do not change it after an incident was made from it.</remarks>
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

    /// <summary>A copy to apply more events to.</summary>
    public IncidentBuilder Copy() => (IncidentBuilder)MemberwiseClone();

    /// <summary>Applies a checked event. One that did not fit the phase counts too; it only moves nothing.</summary>
    public void Apply(IncidentEvent happened)
    {
        History = History.Add(happened);
        Phase = happened.MovedTo ?? Phase;
        happened.Apply(this);
    }

    /// <summary>Adds a person to the responders; programs are not counted.</summary>
    public void AddResponder(Actor? actor)
    {
        if (actor is Responder person)
            Responders = Responders.Add(person);
    }

    /// <summary>Attaches an alert, or counts that it fired again.</summary>
    public void Attach(string key, string? text) =>
        Alerts = Alerts.IndexOf(key) is { } at
            ? Alerts.SetItem(at, Alerts[at] with { Text = text ?? Alerts[at].Text, Fired = Alerts[at].Fired + 1, IsCleared = false })
            : Alerts.Add(new IncidentAlert { Key = key, Text = text }, key);

    /// <summary>Links another incident, once for each kind of link.</summary>
    public void Link(IncidentLink link) => Links = Links.IndexOf(link) is null ? Links.Add(link, link) : Links;

    /// <summary>Adds a case of a vendor. A first case without a number gets the next one, and no number means the first case.</summary>
    public void Engage(VendorCase engaged)
    {
        var anyCase = new VendorCase(engaged.Vendor, null);
        if (Vendors.IndexOf(anyCase) is not { } first)
            Vendors = Vendors.Add(engaged, engaged, anyCase);
        else if (Vendors[first].Case is null || engaged.Case is null)
            Vendors = Vendors.SetItem(first, engaged with { Case = engaged.Case ?? Vendors[first].Case });
        else if (Vendors[first] != engaged && Vendors.IndexOf(engaged) is null)
            Vendors = Vendors.Add(engaged, engaged);
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
