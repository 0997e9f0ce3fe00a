namespace IncidentKit;

/// <content>What reports, notifications and post-mortems say of an incident, as far as it had happened by an instant.</content>
public sealed partial class IncidentFacts
{
    /// <summary>The facts of one kind at the known times (UTC) at which they count, in order of time.</summary>
    /// <typeparam name="TEvent">The kind; <see cref="IncidentEvent"/> for all facts.</typeparam>
    public IEnumerable<Occurrence<TEvent>> Occurrences<TEvent>()
        where TEvent : IncidentEvent
    {
        foreach (var (_, at, happened) in _byTime)
        {
            if (at is { } known && happened is TEvent fact)
                yield return new(known, fact);
        }
    }

    /// <summary>The last resolution by an instant: known, unknown, or null if the incident was not resolved or recurred since.</summary>
    public When? ResolvedBy(DateTimeOffset until) =>
        _isResolutionUnknown || Resolved.HasUnknown ? When.Unknown
        : Resolved.Last(until) is not { } at ? null
        : !_isRetrospective && Recurrences.CountUntil(at) < Recurrences.CountUntil(until) ? null
        : When.At(at);

    /// <summary>
    /// The intervals during which the incident was under way, in order: the first from the beginning of time, each later one from a
    /// recurrence, and each to its resolution, or to <paramref name="until"/> if it was not resolved by then. A retrospective incident
    /// has one, to its last resolution.
    /// </summary>
    public IReadOnlyList<Interval> Stretches(DateTimeOffset until)
    {
        var stretches = new List<Interval>();
        var from = DateTimeOffset.MinValue;
        for (var i = 0; !_isRetrospective && i < Recurrences.CountUntil(until); i++)
        {
            // A recurrence while the incident is under way begins nothing.
            if (Resolved.LastBefore(Recurrences[i].At) is { } resolved && resolved >= from)
            {
                stretches.Add(new(from, resolved));
                from = Recurrences[i].At;
            }
        }

        stretches.Add(new(from, Resolved.Last(until) is { } last && last >= from ? last : until));
        return stretches;
    }

    /// <summary>How many recurrences there were by an instant; those of unknown time count.</summary>
    public int RecurrencesBy(DateTimeOffset until) => Recurrences.CountUntil(until) + _recurrences - Recurrences.Count;

    /// <summary>The action items as they stood at an instant; what was said of them at an unknown time counts.</summary>
    public IReadOnlyList<ActionItem> ActionItemsBy(DateTimeOffset until) => ActionItemEvent.ItemsAfter(
        _byTime.Where(fact => !(fact.At > until)).Select(fact => fact.Fact).OfType<ActionItemEvent>().OrderBy(change => change.Sequence));

    /// <summary>The downtime by an instant, and where it comes from.</summary>
    public Downtime DowntimeBy(DateTimeOffset until) => new(this, until);
}
