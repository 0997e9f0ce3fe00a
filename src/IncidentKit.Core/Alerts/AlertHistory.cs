namespace IncidentKit;

/// <summary>The firings and pages of some time, checked: reports read what is sound, and say what is not.</summary>
/// <remarks>
/// A record with a fault does not count at all: with clocks that disagree none of its times can be trusted. What is merely unknown is
/// no fault. The order in which records are given does not matter. Immutable and thread-safe.
/// </remarks>
public sealed class AlertHistory
{
    private AlertHistory(
        DateTimeOffset asOf, IReadOnlyList<AlertFiring> firings, IReadOnlyList<PageRecord> pages, IReadOnlyList<AlertHistoryFault> faults)
    {
        (AsOf, Firings, Pages, Faults) = (asOf, firings, pages, faults);
        PagesOf = pages.Where(page => page.Firing is not null).ToLookup(page => page.Firing!, StringComparer.Ordinal);
    }

    /// <summary>The instant up to which the history goes.</summary>
    public DateTimeOffset AsOf { get; }

    /// <summary>The sound firings, by time and key.</summary>
    public IReadOnlyList<AlertFiring> Firings { get; }

    /// <summary>The sound pages, by time and person.</summary>
    public IReadOnlyList<PageRecord> Pages { get; }

    /// <summary>The records that do not count, each with the reason.</summary>
    public IReadOnlyList<AlertHistoryFault> Faults { get; }

    /// <summary>The pages by the key of their firing.</summary>
    public ILookup<string, PageRecord> PagesOf { get; }

    /// <summary>Checks a history.</summary>
    /// <param name="firings">The firings, in any order.</param>
    /// <param name="pages">The pages, in any order.</param>
    /// <param name="asOf">The instant up to which the history goes, such as now: what lies after it is a fault.</param>
    public static AlertHistory Of(IEnumerable<AlertFiring> firings, IEnumerable<PageRecord> pages, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(firings);
        ArgumentNullException.ThrowIfNull(pages);
        List<AlertHistoryFault> faults = [];
        var sound = new Dictionary<string, AlertFiring>(StringComparer.Ordinal);
        foreach (var same in firings.GroupBy(firing => firing.Id, StringComparer.Ordinal))
        {
            var different = same.Distinct()
                .OrderBy(firing => firing.Signal.FiredAt)
                .ThenBy(firing => firing.Signal.Alert, StringComparer.Ordinal)
                .ToList();
            if (different.Count > 1)
            {
                faults.Add(Fault(
                    different[0],
                    AlertHistoryFaultKind.Conflicting,
                    Invariant($"is given in {different.Count} ways: give each firing a key of its own")));
            }
            else if (FaultOf(different[0], asOf) is { } fault)
            {
                faults.Add(fault);
            }
            else
            {
                sound.Add(same.Key, different[0]);
            }

            if (different.Count == 1 && same.Count() > 1)
                faults.Add(Fault(different[0], AlertHistoryFaultKind.Repeated, "stands twice; it counts once"));
        }

        List<PageRecord> kept = [];
        foreach (var same in pages.GroupBy(page => page))
        {
            if (FaultOf(same.Key, sound, asOf) is { } fault)
                faults.Add(fault);
            else
                kept.Add(same.Key);
            if (same.Count() > 1)
                faults.Add(Fault(same.Key, AlertHistoryFaultKind.Repeated, "stands twice; it counts once"));
        }

        return new(
            asOf.ToUniversalTime(),
            [.. sound.Values.OrderBy(firing => firing.Signal.FiredAt).ThenBy(firing => firing.Id, StringComparer.Ordinal)],
            [
                .. kept.OrderBy(page => page.PagedAt)
                    .ThenBy(page => page.Person.Id, StringComparer.Ordinal)
                    .ThenBy(page => page.Firing, StringComparer.Ordinal),
            ],
            [.. faults.OrderBy(fault => fault.Message, StringComparer.Ordinal)]);
    }

    private static AlertHistoryFault? FaultOf(AlertFiring firing, DateTimeOffset asOf)
    {
        var fired = firing.Signal.FiredAt;
        return string.IsNullOrWhiteSpace(firing.Id) || string.IsNullOrWhiteSpace(firing.Signal.Alert)
            ? Fault(firing, AlertHistoryFaultKind.Malformed, "needs a key and the name of its alert")
            : fired > asOf || firing.ActedOnAt > asOf
                ? Fault(firing, AlertHistoryFaultKind.InTheFuture, $"has a time after {Iso8601.Format(asOf)}")
            : firing.ActedOnAt < fired ? Fault(firing, AlertHistoryFaultKind.OutOfOrder, "was acted on before it fired")
            : firing.ShiftEndsAt < fired ? Fault(firing, AlertHistoryFaultKind.OutOfOrder, "fired after the end of its shift")
            : firing is { IsActedOn: false, ActedOnAt: not null }
                ? Fault(firing, AlertHistoryFaultKind.Contradictory, "was not acted on, and has a time at which it was")
            : firing is { IsActedOn: false, IsLeftToNextDay: true }
                ? Fault(firing, AlertHistoryFaultKind.Contradictory, "was left to the next day, and was not acted on")
            : firing is { IsFalsePositive: true, IsActedOn: true }
                ? Fault(firing, AlertHistoryFaultKind.Contradictory, "is a false positive, and was acted on")
            : null;
    }

    private static AlertHistoryFault? FaultOf(PageRecord page, Dictionary<string, AlertFiring> sound, DateTimeOffset asOf)
    {
        var firing = page.Firing is { } key ? sound.GetValueOrDefault(key) : null;
        return page.Firing is not null && firing is null
            ? Fault(
                page,
                AlertHistoryFaultKind.WithoutFiring,
                $"names the firing \"{page.Firing}\", which is not in the history or does not count")
            : page.PagedAt > asOf || page.AcknowledgedAt > asOf
                ? Fault(page, AlertHistoryFaultKind.InTheFuture, $"has a time after {Iso8601.Format(asOf)}")
            : page.PagedAt < firing?.Signal.FiredAt ? Fault(page, AlertHistoryFaultKind.OutOfOrder, "came before its alert fired")
            : page.AcknowledgedAt < page.PagedAt ? Fault(page, AlertHistoryFaultKind.OutOfOrder, "was acknowledged before it was sent")
            : page is { IsAcknowledged: false, AcknowledgedAt: not null }
                ? Fault(page, AlertHistoryFaultKind.Contradictory, "was not acknowledged, and has a time at which it was")
            : null;
    }

    private static AlertHistoryFault Fault(AlertFiring firing, AlertHistoryFaultKind kind, string what) =>
        new()
        {
            Kind = kind,
            Alert = firing.Signal.Alert,
            Message = $"Firing \"{firing.Id}\" of \"{firing.Signal.Alert}\" at {Iso8601.Format(firing.Signal.FiredAt)} {what}.",
        };

    private static AlertHistoryFault Fault(PageRecord page, AlertHistoryFaultKind kind, string what) =>
        new() { Kind = kind, Message = $"The page of {page.Person.Id} at {Iso8601.Format(page.PagedAt)} {what}." };
}
