namespace IncidentKit;

/// <summary>What starts an obligation.</summary>
/// <remarks>Immutable, and thread-safe if the function of <see cref="FirstEvent"/> is.</remarks>
public sealed class ObligationTrigger
{
    private readonly string _words;
    private readonly Func<ObligationEvaluation, IEnumerable<ObligationStart>?> _starts;

    private ObligationTrigger(string words, Func<ObligationEvaluation, IEnumerable<ObligationStart>?> starts)
    {
        _words = words;
        _starts = starts;
        Parts = [this];
    }

    /// <summary>T0: the first alert or report.</summary>
    public static ObligationTrigger Detection { get; } = new("T0", e => e.Facts.Detected.IsUnknown ? null : At(e.DetectedAt));

    /// <summary>The first acknowledgement; without one, the response deadline of the level.</summary>
    public static ObligationTrigger Acknowledgement { get; } =
        new("acknowledgement", e => e.Acknowledgement.IsUnknown ? null : At(e.Acknowledgement.StartedAt));

    /// <summary>Each recurrence. Only what happens from then on fulfills the obligation.</summary>
    public static ObligationTrigger EachRecurrence { get; } = new("each recurrence", e => e.Facts.Recurrences.Select(
        r => new ObligationStart(r.At) { FulfilledFrom = r.At, Sequence = r.Fact.Sequence, Recurrence = r.Fact.Number }));

    /// <summary>The last resolution: a recurrence makes the obligation of an earlier one pointless.</summary>
    public static ObligationTrigger LastResolution { get; } =
        new("the last resolution", e => e.Facts.Resolved.HasUnknown ? null : e.Resolutions.Starts());

    /// <summary>Each public update before resolution. If it promises the next one, the promise is the deadline (P23).</summary>
    public static ObligationTrigger EachPublicUpdate { get; } =
        new("each public update before resolution", e => UpdateCadence.Starts(e, onlyPublic: true));

    /// <summary>Each update before resolution, public or internal. If it promises the next one, the promise is the deadline.</summary>
    public static ObligationTrigger EachUpdate { get; } =
        new("each update of either audience before resolution", e => UpdateCadence.Starts(e, onlyPublic: false));

    /// <summary>The triggers that this one consists of.</summary>
    internal IReadOnlyList<ObligationTrigger> Parts { get; private init; }

    /// <summary>The first event of a kind.</summary>
    /// <param name="words">The event in words, such as "data was lost".</param>
    /// <param name="isMatch">Whether an event is of that kind; pure, and called from any thread.</param>
    public static ObligationTrigger FirstEvent(string words, Func<IncidentEvent, bool> isMatch)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        ArgumentNullException.ThrowIfNull(isMatch);
        return new(words, e => e.Facts.SeriesOf(isMatch) is { HasUnknown: false } series ? At(series.First(e.Instant)) : null);
    }

    /// <summary>Several triggers, each of which starts the obligation.</summary>
    /// <exception cref="ArgumentException"><paramref name="triggers"/> is empty or contains null.</exception>
    public static ObligationTrigger AnyOf(params IReadOnlyList<ObligationTrigger> triggers)
    {
        ArgumentNullException.ThrowIfNull(triggers);
        if (triggers.Count == 0 || triggers.Contains(null!))
            throw new ArgumentException("Name at least one trigger, and none that is null.", nameof(triggers));
        return new(string.Join(", and ", triggers), _ => null) { Parts = [.. triggers.SelectMany(t => t.Parts).Distinct()] };
    }

    /// <summary>The trigger in words, for documentation.</summary>
    public override string ToString() => _words;

    /// <summary>Each start; null if it is not known when or whether it happened.</summary>
    internal IEnumerable<ObligationStart>? Starts(ObligationEvaluation evaluation) => _starts(evaluation);

    private static ObligationStart[] At(DateTimeOffset? at) => at is { } since ? [new(since)] : [];
}
