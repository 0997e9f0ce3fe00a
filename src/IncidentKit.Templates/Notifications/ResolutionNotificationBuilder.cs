namespace IncidentKit.Templates;

/// <summary>Builds the message that it is over (P38).</summary>
/// <remarks>Not thread-safe. Once it has built, it refuses every change. The cause is never taken from the incident.</remarks>
public sealed class ResolutionNotificationBuilder : NotificationBuilder<ResolutionNotificationBuilder>
{
    private readonly DateTimeOffset? _detected;
    private string? _feature;
    private string? _experienced;
    private string? _whatHappened;
    private DateTimeOffset? _started;
    private DateTimeOffset? _resolved;
    private TimeSpan? _duration;

    internal ResolutionNotificationBuilder(NotificationContext context)
        : base(NotificationKind.Resolution, context)
    {
        (_feature, _experienced) = (context.Incident?.Feature, context.Incident?.Symptom);
        (_started, _detected, _resolved) = (context.Started, context.Detected, context.Resolved);
        NextUpdateWithNews();
    }

    private protected override PublicStatus StatusShown => PublicStatus.Resolved;

    /// <summary>The feature that was affected, in the customers' words.</summary>
    public ResolutionNotificationBuilder Affecting(string feature) => Set(() => _feature = feature);

    /// <summary>What customers saw, in their words.</summary>
    public ResolutionNotificationBuilder Experienced(string symptom) => Set(() => _experienced = symptom);

    /// <summary>What happened, for customers; one or two sentences are enough.</summary>
    public ResolutionNotificationBuilder WhatHappened(string whatHappened) => Set(() => _whatHappened = whatHappened);

    /// <summary>When it began.</summary>
    public ResolutionNotificationBuilder StartedAt(DateTimeOffset instant) => Set(() => _started = instant.ToUniversalTime());

    /// <summary>When it was resolved.</summary>
    public ResolutionNotificationBuilder ResolvedAt(DateTimeOffset instant) => Set(() => _resolved = instant.ToUniversalTime());

    /// <summary>How long customers were hit. Default: from start to resolution.</summary>
    public ResolutionNotificationBuilder Lasting(TimeSpan duration) => Set(() => _duration = duration);

    // From detection where the start is unknown: then it lasted at least that long.
    private string? Duration =>
        _duration is { } stated ? TimeWords.Duration(stated)
        : _resolved - _started is { } span ? TimeWords.Duration(span)
        : _resolved - _detected is { } since ? "at least " + TimeWords.Duration(since)
        : null;

    private protected override void Check(List<NotificationFault> faults)
    {
        Require(faults, "affected feature", _feature, "name it with Affecting");
        Require(faults, "experience of the users", _experienced, "say what customers saw with Experienced");
        Require(faults, "account of what happened", _whatHappened, "write one or two sentences for customers with WhatHappened");
        if (_resolved is null)
            faults.Add(new("time of resolution", "The time of resolution is missing: resolve the incident, or say when with ResolvedAt."));
        if (_duration is null && (_started ?? _detected) is null)
            faults.Add(new("duration", "The duration is missing: say when it began with StartedAt, or how long it was with Lasting."));
        if (_resolved < _started)
            faults.Add(new("time of resolution", Contradiction("resolution", _resolved, "before the start", _started)));
        if (_started is null && _duration is null && _resolved < _detected)
            faults.Add(new("time of resolution", Contradiction("resolution", _resolved, "before the detection", _detected)));
        if (_duration < TimeSpan.Zero)
            faults.Add(new("duration", "The duration is negative: give the time that passed."));
    }

    private protected override void Fill(WordingValues values) => values
        .Line("feature", _feature)
        .Line("resolved", TimeWords.Instant(_resolved))
        .Line("duration", Duration)
        .Line("started", TimeWords.Instant(_started))
        .Text("what_happened", _whatHappened)
        .Text("experienced", _experienced);
}
