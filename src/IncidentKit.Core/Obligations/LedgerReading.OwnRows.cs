namespace IncidentKit;

// The rows of a host's own obligations.
internal sealed partial class LedgerReading
{
    /// <summary>A host's own obligation since T0.</summary>
    public IEnumerable<Obligation> OwnSinceDetection(string name, OwnTerms own) =>
        Own(name, own, Facts.Detected.IsUnknown, Starts(Detected));

    /// <summary>A host's own obligation since acknowledgement.</summary>
    public IEnumerable<Obligation> OwnSinceAcknowledgement(string name, OwnTerms own) =>
        Own(name, own, _acknowledged.IsUnknown, Starts(_acknowledged.StartedAt));

    /// <summary>A host's own obligation since the first fact of a kind.</summary>
    public IEnumerable<Obligation> OwnSinceFirst(string name, OwnTerms own, Func<IncidentEvent, bool> isIt)
    {
        var facts = Facts.SeriesOf(isIt);
        return Own(name, own, facts.HasUnknown, Starts(facts.First(Instant)));
    }

    /// <summary>
    /// A host's own obligation, once for each instant that starts it. What a later fact starts is met from then on, and no end
    /// recorded before it ends it.
    /// </summary>
    public IEnumerable<Obligation> Own(string name, OwnTerms own, bool isStartUnknown, IEnumerable<(DateTimeOffset At, long Cause)> starts)
    {
        if (!_timeline.EverWanted(own.When))
            return [NotRequired(name)];
        if (isStartUnknown)
            return [Unknown(name, null, own.Met)];
        return starts.SelectMany(start =>
        {
            var (since, cause) = start;
            var metFrom = cause > 0 ? since : DateTimeOffset.MinValue;
            var demands = Demands(
                name,
                since,
                t => own.When(t) ? own.Within.DueFrom(since, Policy.Calendar) : null,
                (_, at) => own.Within.DueFrom(at, Policy.Calendar),
                own.Met.First(metFrom, Instant), cause: IsRetrospective ? 0 : cause);
            return Rows(name, demands, metFrom, own.Met);
        });
    }

    private static IEnumerable<(DateTimeOffset At, long Cause)> Starts(DateTimeOffset? at) => at is { } since ? [(since, 0)] : [];
}
