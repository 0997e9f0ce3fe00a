namespace IncidentKit.Templates;

/// <summary>Builds the first full message to customers (P36).</summary>
/// <remarks>Not thread-safe. Once it has built, it refuses every change. Defaults come from the incident.</remarks>
public sealed class InitialNotificationBuilder : NotificationBuilder<InitialNotificationBuilder>
{
    private readonly DateTimeOffset? _detected;
    private string? _feature;
    private string? _symptom;
    private PublicStatus _status;
    private CustomerImpact _impact;
    private CustomerReach? _reach;
    private DateTimeOffset? _started;

    internal InitialNotificationBuilder(NotificationContext context)
        : base(NotificationKind.Initial, context)
    {
        (_feature, _symptom) = (context.Incident?.Feature, context.Incident?.Symptom);
        (_status, _impact, _reach) = (context.Status, context.Impact, context.Reach);
        (_started, _detected) = (context.Started, context.Detected);
    }

    private protected override PublicStatus StatusShown => _status;

    /// <summary>The feature that is affected, in the customers' words.</summary>
    public InitialNotificationBuilder Affecting(string feature) => Set(() => _feature = feature);

    /// <summary>What customers see, in their words.</summary>
    public InitialNotificationBuilder Symptom(string symptom) => Set(() => _symptom = symptom);

    /// <summary>What the public page says.</summary>
    public InitialNotificationBuilder Status(PublicStatus status) => Set(() => _status = status);

    /// <summary>How hard customers are hit. Default: that of the level.</summary>
    public InitialNotificationBuilder Impact(CustomerImpact impact) => Set(() => _impact = impact);

    /// <summary>How many customers are hit. Default: from the stated impact.</summary>
    public InitialNotificationBuilder Reaching(CustomerReach reach) => Set(() => _reach = reach);

    /// <summary>When it began.</summary>
    public InitialNotificationBuilder StartedAt(DateTimeOffset instant) => Set(() => _started = instant.ToUniversalTime());

    private protected override void Check(List<NotificationFault> faults)
    {
        Require(faults, "affected feature", _feature, "name it with Affecting");
        Require(faults, "symptom", _symptom, "say what customers see with Symptom");
        if ((_started ?? _detected) is null)
            faults.Add(new("start", "The start is missing: say when it began with StartedAt."));
        if (_started > Instant)
            faults.Add(new("start", Contradiction("start", _started, "after the message", Instant)));
        RefuseResolved(faults, _status, "it is being investigated");
    }

    private protected override void Fill(WordingValues values) => values
        .Line("feature", _feature).Text("symptom", _symptom).Line("headline", Headline.Of(_symptom))
        .Line("status", _status.ToString()).Line("impact", _impact.ToString())
        .Line("reach", _reach is null ? null : $"{_reach} customers".ToLowerInvariant())
        .Line("started", TimeWords.Instant(_started)).Line("detected", TimeWords.Instant(_detected));
}
