namespace IncidentKit;

/// <summary>Resolutions and the recurrences between them, up to an instant.</summary>
/// <remarks>In a retrospective incident, only the last resolution is stated.</remarks>
internal sealed class ResolutionTimeline(IncidentFacts facts, bool isRetrospective, DateTimeOffset instant)
{
    /// <summary>Each resolution as a start that the next recurrence supersedes.</summary>
    public IEnumerable<ObligationStart> Starts() => isRetrospective
        ? facts.Resolved.Last(instant) is { } last ? [new(last)] : []
        : facts.Resolved.Known.Select(at => new ObligationStart(at)
        {
            // What was done before the resolution counts, but not what came before a recurrence.
            FulfilledFrom = RecurrenceBy(at) ?? DateTimeOffset.MinValue,
            SupersededAt = RecurrenceAfter(at),
        });

    public bool IsResolvedAt(DateTimeOffset at) => isRetrospective
        ? facts.Resolved.Last(instant) <= at
        : facts.Resolved.Last(at) is { } last && !(RecurrenceBy(at) > last);

    /// <summary>The resolution that ends what starts at an instant: an earlier one if the incident was resolved then.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset at) =>
        isRetrospective ? facts.Resolved.Last(instant)
        : IsResolvedAt(at) ? facts.Resolved.Last(at)
        : facts.Resolved.First(at, instant);

    private DateTimeOffset? RecurrenceBy(DateTimeOffset at) =>
        facts.Recurrences.CountUntil(at) is > 0 and var count ? facts.Recurrences[count - 1].At : null;

    private DateTimeOffset? RecurrenceAfter(DateTimeOffset at)
    {
        var next = facts.Recurrences.CountUntil(at);
        return next < facts.Recurrences.Count && facts.Recurrences[next].At <= instant ? facts.Recurrences[next].At : null;
    }
}
