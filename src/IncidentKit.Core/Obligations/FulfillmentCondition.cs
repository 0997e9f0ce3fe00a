namespace IncidentKit;

/// <summary>What fulfills an obligation.</summary>
/// <remarks>Immutable, and thread-safe if the function of <see cref="FirstEvent"/> is.</remarks>
public sealed class FulfillmentCondition
{
    private readonly string _words;
    private readonly Func<ObligationEvaluation, Func<ObligationStart, Fulfillment>> _read;

    private FulfillmentCondition(string words, Func<ObligationEvaluation, Func<ObligationStart, Fulfillment>> read)
    {
        _words = words;
        _read = read;
    }

    /// <summary>Only the command <see cref="MeetObligation"/>.</summary>
    public static FulfillmentCondition Command { get; } = new(nameof(MeetObligation), _ => _ => default);

    /// <summary>An acknowledgement.</summary>
    public static FulfillmentCondition Acknowledgement { get; } = By("the first acknowledgement", f => f.Acknowledged);

    /// <summary>A commander.</summary>
    public static FulfillmentCondition Commander { get; } = By("a commander", f => f.Commanded);

    /// <summary>Three different people in the three roles.</summary>
    public static FulfillmentCondition ThreePeople { get; } = new(
        "three different people in the three roles",
        e => start => ThreePeopleInRoles.Find(e.Facts, start.FulfilledFrom, e.Instant));

    /// <summary>A level that was set.</summary>
    public static FulfillmentCondition LevelSet { get; } = By("the first level", f => f.LevelSet);

    /// <summary>A channel of record.</summary>
    public static FulfillmentCondition ChannelOpened { get; } = By("the channel of record", f => f.ChannelOpened);

    /// <summary>Mitigation, recovery or escalation; after a recurrence, only what was recorded after it.</summary>
    public static FulfillmentCondition Mitigation { get; } = new(
        "mitigated, recovered, or escalated", e => start => Fulfillment.ByMitigation(e.Facts, start, e.IsRetrospective, e.Instant));

    /// <summary>A public update.</summary>
    public static FulfillmentCondition PublicUpdate { get; } =
        By("the first public update; for a recurrence, from then on", f => f.PublicUpdates);

    /// <summary>The first public update after the start.</summary>
    public static FulfillmentCondition NextPublicUpdate { get; } = new(
        "the next public update, at or before resolution",
        e => start => new(UpdateCadence.Next(e, start, onlyPublic: true), e.Facts.PublicUpdates.HasUnknown));

    /// <summary>The first update after the start, public or internal.</summary>
    public static FulfillmentCondition NextUpdate { get; } = new(
        "the next update of either audience",
        e => start => new(UpdateCadence.Next(e, start, onlyPublic: false), e.Facts.AnyUpdates.HasUnknown));

    /// <summary>Date and time of the post-mortem.</summary>
    public static FulfillmentCondition PostMortemScheduled { get; } = By("date and time fixed", f => f.PostMortemFixed);

    /// <summary>The post-mortem meeting.</summary>
    public static FulfillmentCondition PostMortemHeld { get; } = By("held", f => f.PostMortemHeld);

    /// <summary>Publication of the post-mortem.</summary>
    public static FulfillmentCondition PostMortemPublished { get; } = By("published", f => f.PostMortemPublished);

    /// <summary>The first event of a kind; for an obligation of a recurrence, from then on.</summary>
    /// <param name="words">The event in words, such as "the vendor was called".</param>
    /// <param name="isMatch">Whether an event is of that kind; pure, and called from any thread.</param>
    public static FulfillmentCondition FirstEvent(string words, Func<IncidentEvent, bool> isMatch)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        ArgumentNullException.ThrowIfNull(isMatch);
        return By(words, facts => facts.SeriesOf(isMatch));
    }

    /// <summary>The condition in words, for documentation.</summary>
    public override string ToString() => _words;

    /// <summary>Reads the facts once, for every start of an obligation.</summary>
    internal Func<ObligationStart, Fulfillment> Read(ObligationEvaluation evaluation) => _read(evaluation);

    private static FulfillmentCondition By(string words, Func<IncidentFacts, OccurrenceSeries> seriesOf) => new(words, e =>
    {
        var series = seriesOf(e.Facts);
        return start => Fulfillment.By(series, start.FulfilledFrom, e.Instant);
    });
}
