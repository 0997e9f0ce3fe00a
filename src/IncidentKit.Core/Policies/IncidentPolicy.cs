using System.Collections.Frozen;

namespace IncidentKit;

/// <summary>What a team agreed on before the incident: levels, calendar, deadlines, and what is done where a rule is broken.</summary>
/// <remarks>Immutable once made, and thread-safe. An incident records the name and version of its policy.</remarks>
public sealed class IncidentPolicy
{
    private static readonly FrozenDictionary<string, RuleEnforcement> Strictness = BuiltInRules.All
        .Where(rule => rule.Category is ViolationCategory.Sequence or ViolationCategory.Staffing or ViolationCategory.Authorization
            && rule is { Default: RuleEnforcement.Warn, WarnsInStrict: false })
        .ToFrozenDictionary(rule => rule.Id, _ => RuleEnforcement.Enforce, StringComparer.Ordinal);

    private FrozenDictionary<string, RuleEnforcement> _enforcement = FrozenDictionary<string, RuleEnforcement>.Empty;
    private IReadOnlyList<IncidentRule> _rules = BuiltInRules.All;
    private IReadOnlyList<ObligationDefinition> _obligations = BuiltInObligations.All;
    private RuleIndex? _index;
    private IReadOnlyList<PolicyFault>? _unsound;

    /// <summary>Lets every report in; gates may be shut (P61).</summary>
    public static IncidentPolicy Default { get; } = new() { Name = "default" };

    /// <summary>Enforces order, staffing and authority as well, for teams that drill it (P61).</summary>
    public static IncidentPolicy Strict { get; } = new() { Name = "strict", Enforcement = Strictness };

    /// <summary>The name, recorded on each incident.</summary>
    public required string Name { get; init; }

    /// <summary>The version, recorded on each incident; from 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The levels, the most severe first.</summary>
    /// <value>SEV-1 to SEV-4.</value>
    public IReadOnlyList<SeverityLevel> Levels { get; init; } = SeverityLevels.Default;

    /// <summary>Proposes a level from the impact (P03); null for a policy that proposes none.</summary>
    /// <value>
    /// Where nothing is set: the table of the process for four levels, and none for another number of levels,
    /// which it says nothing of.
    /// </value>
    public SeverityClassifier? Classifier
    {
        get => OwnClassifier.IsSet ? OwnClassifier.Table
            : Levels?.Count == SeverityLevels.Default.Count ? SeverityClassifier.Default
            : null;
        init => OwnClassifier = (true, value);
    }

    /// <summary>The table that was set, and whether one was.</summary>
    internal (bool IsSet, SeverityClassifier? Table) OwnClassifier { get; init; }

    /// <summary>The rank of the level that counts until somebody sets one, but for staffing and post-mortem (P31).</summary>
    /// <value>2.</value>
    public int ProvisionalLevel { get; init; } = 2;

    /// <summary>The business hours and days of the team.</summary>
    /// <value>Monday to Friday, 09:00 to 17:00 UTC.</value>
    public BusinessCalendar Calendar { get; init; } = BusinessCalendar.Default;

    /// <summary>The rules, the library's and the host's; those that are fixed must be among them.</summary>
    public IReadOnlyList<IncidentRule> Rules { get => _rules; init => _rules = value; }

    /// <summary>The obligations, by the order of the process.</summary>
    public IReadOnlyList<ObligationDefinition> Obligations { get => _obligations; init => _obligations = value; }

    /// <summary>Where this policy departs from a rule's default, by rule id.</summary>
    public IReadOnlyDictionary<string, RuleEnforcement> Enforcement
    {
        get => _enforcement;
        init => _enforcement = (value ?? throw new ArgumentNullException(nameof(value))).ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>How far ahead of now a reported time may lie (P24).</summary>
    /// <value>5 minutes.</value>
    public TimeSpan ClockTolerance { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// The time from the start of impact within which an incident should be detected (P16): a target, and no obligation, since
    /// the start is often learnt later.
    /// </summary>
    /// <value>5 minutes.</value>
    public TimeSpan DetectWithin { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How long after its end an incident may come back as the same incident (P29).</summary>
    /// <value>7 days.</value>
    public TimeSpan ReopenWithin { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long after T0 a promise of the next update is held to <see cref="EarlyPromise"/> (P23).</summary>
    /// <value>2 hours.</value>
    public TimeSpan EarlyPeriod { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How far ahead the next update may be promised in the early period (P23).</summary>
    /// <value>30 minutes.</value>
    public TimeSpan EarlyPromise { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far ahead the next update may be promised later, or with T0 unknown (P23).</summary>
    /// <value>4 hours.</value>
    public TimeSpan LatePromise { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long one person commands before relief is proposed (P12).</summary>
    /// <value>6 hours.</value>
    public TimeSpan RelieveAfter { get; init; } = TimeSpan.FromHours(6);

    /// <summary>The time from resolution until the post-mortem is fixed, and held (P27).</summary>
    /// <value>48 hours.</value>
    public TimeSpan PostMortemWithin { get; init; } = TimeSpan.FromHours(48);

    /// <summary>The business day after the day of resolution by whose end the post-mortem is published (P27).</summary>
    /// <value>5.</value>
    public int PublishOnBusinessDay { get; init; } = 5;

    /// <summary>The downtime from which a public post-mortem is due (P54).</summary>
    /// <value>30 minutes.</value>
    public TimeSpan PublicPostMortemFrom { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>Whether an incident is restricted where it is said that data was exposed (P62).</summary>
    /// <value>True.</value>
    public bool RestrictOnExposure { get; init; } = true;

    /// <summary>Whom automatic pages ask one after the other until somebody acknowledges (P32).</summary>
    /// <value>On-call, team lead, engineering lead: 5 minutes each, two repeats, again after 15 minutes of silence.</value>
    public EscalationPolicy Escalation { get; init; } = EscalationPolicy.Default;

    /// <summary>Whether users expect a public post-mortem (P54).</summary>
    /// <value>True.</value>
    public bool UsersExpectPostMortem { get; init; } = true;

    /// <summary>What the policy does where <paramref name="rule"/> is broken.</summary>
    public RuleEnforcement EnforcementOf(IncidentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.IsMandatory ? RuleEnforcement.Enforce : _enforcement.GetValueOrDefault(rule.Id, rule.Default);
    }

    /// <summary>The level with <paramref name="rank"/>; the least severe one for a rank beyond it.</summary>
    public SeverityLevel Level(int rank) => Levels[Math.Clamp(rank, 1, Levels.Count) - 1];

    /// <summary>The level in force: the one that was set, else the provisional one.</summary>
    public SeverityLevel LevelOf(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return Level(incident.Level ?? ProvisionalLevel);
    }

    /// <summary>Whether <paramref name="incident"/> wants a post-mortem (P28); not before its level is set.</summary>
    public bool WantsPostMortem(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Level is { } level && WantsPostMortem(level, incident.DataLost == true, incident.Recurrences > 0);
    }

    /// <summary>Whether <paramref name="incident"/> has fewer people in its roles than its level wants (P11).</summary>
    public bool IsUnderstaffed(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident.Level is { } level && incident.Roles.AreUnderstaffed(Level(level).Staffing);
    }

    /// <summary>All faults, once they have been worked out.</summary>
    internal IReadOnlyList<PolicyFault>? KnownFaults { get; set; }

    /// <summary>The faults that the values themselves show.</summary>
    internal IReadOnlyList<PolicyFault> Unsound => _unsound ??= PolicyCheck.FaultsOf(this);

    /// <summary>This policy, but with <paramref name="enforcement"/> for the rule <paramref name="ruleId"/>.</summary>
    public IncidentPolicy With(string ruleId, RuleEnforcement enforcement)
    {
        ArgumentException.ThrowIfNullOrEmpty(ruleId);
        var changed = new Dictionary<string, RuleEnforcement>(_enforcement) { [ruleId] = enforcement };
        return Copy(copy => copy._enforcement = changed.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>This policy, and a host's rules and obligations where it has none of their id or name.</summary>
    internal IncidentPolicy Plus(IEnumerable<IncidentRule> rules, IEnumerable<ObligationDefinition> obligations)
    {
        // What is not there is told by the check.
        if (Rules?.Contains(null!) != false || Obligations?.Contains(null!) != false)
            return this;
        var newRules = rules.Where(rule => !Rules.Any(r => r.Id == rule.Id)).ToList();
        var newObligations = obligations.Where(obligation => !Obligations.Any(o => o.Name == obligation.Name)).ToList();
        return newRules.Count + newObligations.Count == 0
            ? this
            : Copy(copy => (copy._rules, copy._obligations) = ([.. Rules, .. newRules], [.. Obligations, .. newObligations]));
    }

    internal void ThrowIfUnsound()
    {
        if (Unsound is { Count: > 0 } faults)
            throw new IncidentPolicyException(Name, faults);
    }

    internal bool WantsPostMortem(int level, bool dataLost, bool recurred) => Level(level).PostMortem switch
    {
        PostMortemDemand.Always => true,
        PostMortemDemand.IfDataLostOrRecurred => dataLost || recurred,
        _ => false,
    };

    /// <summary>The rules that look at a kind of command and are not off, each with its enforcement.</summary>
    internal (IncidentRule Rule, RuleEnforcement Enforcement)[] RulesFor(Type command) => (_index ??= new RuleIndex(this)).For(command);

    private IncidentPolicy Copy(Action<IncidentPolicy> change)
    {
        var copy = (IncidentPolicy)MemberwiseClone();
        (copy._index, copy._unsound, copy.KnownFaults) = (null, null, null);
        change(copy);
        return copy;
    }
}
