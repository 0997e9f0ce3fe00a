namespace IncidentKit.Insights;

/// <summary>A paging policy tried on the past: what it would have paged and missed.</summary>
/// <remarks>
/// A firing needed somebody if it led to an incident or a person acted on it within the shift; if that is unknown, it is counted
/// apart. The policy sees the signal and not what came of it. Immutable and thread-safe.
/// </remarks>
public sealed class PagingBackTest
{
    private readonly Dictionary<(PagingVerdict, bool?), int> _counts;

    private PagingBackTest(Dictionary<(PagingVerdict, bool?), int> counts) => _counts = counts;

    /// <summary>How many firings were tried.</summary>
    public int Firings => _counts.Values.Sum();

    /// <summary>How many it would have paged urgently.</summary>
    public int WouldPage => Count(PagingVerdict.Page, true) + Count(PagingVerdict.Page, false) + Count(PagingVerdict.Page, null);

    /// <summary>How many were paged urgently.</summary>
    public int DidPage { get; private init; }

    /// <summary>Those that needed somebody, and would have been a ticket or nothing.</summary>
    public required IReadOnlyList<AlertFiring> Missed { get; init; }

    /// <summary>Those that needed somebody, and would have paged at low urgency alone.</summary>
    public required IReadOnlyList<AlertFiring> Delayed { get; init; }

    /// <summary>Those that needed somebody, paged nobody, and would have paged urgently.</summary>
    public required IReadOnlyList<AlertFiring> Caught { get; init; }

    /// <summary>Those that needed nobody, paged urgently, and would not have.</summary>
    public required IReadOnlyList<AlertFiring> Spared { get; init; }

    /// <summary>Those that paged urgently, would not have, and of which nobody knows whether they needed somebody.</summary>
    public required IReadOnlyList<AlertFiring> Unclear { get; init; }

    /// <summary>The records of the history that do not count.</summary>
    public required IReadOnlyList<AlertHistoryFault> Faults { get; init; }

    /// <summary>How many firings got a verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="needed">Whether they needed somebody; null for unknown.</param>
    public int Count(PagingVerdict verdict, bool? needed) => _counts.GetValueOrDefault((verdict, needed));

    /// <inheritdoc />
    public override string ToString() =>
        $"It would have paged {WouldPage} {(WouldPage == 1 ? "time" : "times")} instead of {DidPage}, missed {Missed.Count} "
            + $"and delayed {Delayed.Count} that needed somebody, and spared {Spared.Count} that needed nobody.";

    internal static bool? NeededSomebody(AlertFiring firing) =>
        firing.Incident is not null ? true : firing.IsActionable ?? (firing.IsFalsePositive == true ? false : null);

    /// <summary>Tries a policy on a history.</summary>
    /// <param name="history">The history.</param>
    /// <param name="policy">The policy: pure, and called once for each sound firing, in order of time.</param>
    /// <param name="period">Only what fired in it; all where null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The policy gives a verdict that is none.</exception>
    public static PagingBackTest Of(AlertHistory history, Func<AlertSignal, PagingVerdict> policy, Interval? period = null)
    {
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(policy);
        var tried = history.Firings.Where(firing => period?.Contains(firing.Signal.FiredAt) != false)
            .Select(firing => (
                Firing: firing,
                Verdict: Checked(policy(firing.Signal)),
                Needed: NeededSomebody(firing),
                Did: DidOf(history.PagesOf[firing.Id])))
            .ToList();
        return new(tried.CountBy(one => (one.Verdict, one.Needed)).ToDictionary())
        {
            DidPage = tried.Count(one => one.Did == PagingVerdict.Page),
            Missed = In(one => one is { Needed: true, Verdict: PagingVerdict.Ticket or PagingVerdict.Nothing }),
            Delayed = In(one => one is { Needed: true, Verdict: PagingVerdict.LowUrgency }),
            Caught = In(one => one is { Needed: true, Verdict: PagingVerdict.Page, Did: PagingVerdict.Nothing }),
            Spared = In(one => one is { Needed: false, Did: PagingVerdict.Page, Verdict: not PagingVerdict.Page }),
            Unclear = In(one => one is { Needed: null, Did: PagingVerdict.Page, Verdict: not PagingVerdict.Page }),
            Faults = history.Faults,
        };

        IReadOnlyList<AlertFiring> In(Func<(AlertFiring Firing, PagingVerdict Verdict, bool? Needed, PagingVerdict Did), bool> isIt) =>
            [.. tried.Where(isIt).Select(one => one.Firing)];
    }

    private static PagingVerdict Checked(PagingVerdict verdict) =>
        Enum.IsDefined(verdict)
            ? verdict
            : throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "The policy gives a verdict that is none.");

    private static PagingVerdict DidOf(IEnumerable<PageRecord> pages) =>
        !pages.Any() ? PagingVerdict.Nothing
        : pages.Any(page => page.Urgency == PageUrgency.High) ? PagingVerdict.Page
        : PagingVerdict.LowUrgency;
}
