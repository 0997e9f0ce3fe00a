namespace IncidentKit;

/// <summary>What the process demands of an incident, and how each demand stands at an instant.</summary>
/// <remarks>
/// A pure function of the facts and the instant: it reads no clock, keeps nothing, and does not care which instants were asked
/// before. A fact that happened after the instant has not happened yet. Thread-safe.
/// </remarks>
public sealed class ObligationLedger
{
    private static readonly Comparer<Obligation> InOrder = Comparer<Obligation>.Create(Compare);

    private readonly IncidentPolicy _policy;

    /// <summary>Creates the ledger of a policy.</summary>
    public ObligationLedger(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        _policy = policy;
    }

    /// <summary>The obligations at <paramref name="instant"/>, by due instant (unknown last), name and start.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="instant">The instant; <see cref="DateTimeOffset.MaxValue"/> for the end of time, when nothing is pending.</param>
    public IReadOnlyList<Obligation> At(Incident incident, DateTimeOffset instant)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var evaluation = new ObligationEvaluation(_policy, incident.Facts, incident.IsRetrospective, instant.ToUniversalTime());
        var rows = new List<Obligation>(16);
        foreach (var definition in _policy.Obligations)
            rows.AddRange(evaluation.RowsOf(definition));
        // A stable order: what ties stays in the order of the facts.
        return [.. rows.Order(InOrder)];
    }

    /// <summary>The next instant at which something pending comes due; null where nothing is pending.</summary>
    public DateTimeOffset? NextDue(Incident incident, DateTimeOffset now) =>
        At(incident, now).FirstOrDefault(o => o is { Status: ObligationStatus.Pending, DueAt: not null })?.DueAt;

    private static int Compare(Obligation a, Obligation b)
    {
        var byDue = (a.DueAt ?? DateTimeOffset.MaxValue).CompareTo(b.DueAt ?? DateTimeOffset.MaxValue);
        if (byDue != 0)
            return byDue;
        var byName = string.CompareOrdinal(a.Name, b.Name);
        return byName != 0 ? byName : Nullable.Compare(a.Since, b.Since);
    }
}
