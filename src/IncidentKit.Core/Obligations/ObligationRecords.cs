namespace IncidentKit;

/// <summary>Compares the ledger with the misses that are on record.</summary>
/// <remarks>The ledger is the truth; records are what people were told of it.</remarks>
internal static class ObligationRecords
{
    /// <summary>What was missed and is not on record, met late or not. Nothing in retrospect: nobody can act on it any more.</summary>
    public static IEnumerable<RecordedMiss> NotRecorded(Incident incident, IReadOnlyList<Obligation> ledger) =>
        incident.IsRetrospective
            ? []
            : ledger.Where(o => o.Status is ObligationStatus.Missed or ObligationStatus.MetLate)
                .Select(Key)
                .OfType<RecordedMiss>()
                .Distinct()
                .Where(miss => !incident.RecordedMisses.Contains(miss));

    /// <summary>
    /// The recorded misses of which the ledger says otherwise, with what it says. A clock that was set back restates nothing.
    /// </summary>
    public static IEnumerable<(RecordedMiss Miss, ObligationStatus? Status)> Restated(Incident incident, IReadOnlyList<Obligation> ledger)
    {
        var standing = ledger.Where(o => Key(o) is not null).ToLookup(o => Key(o)!.Value, o => o.Status);
        foreach (var miss in incident.RecordedMisses.OrderBy(m => m.DueAt).ThenBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Since))
        {
            if (!standing[miss].Any(status => status is ObligationStatus.Missed or ObligationStatus.MetLate or ObligationStatus.Pending))
                yield return (miss, standing[miss].Select(status => (ObligationStatus?)status).FirstOrDefault());
        }
    }

    /// <summary>The next instant at which something is to be recorded; it lies in the past where that was due already.</summary>
    /// <remarks>A fact of a time to come, told by a clock that runs ahead or was set back since, may start something then.</remarks>
    public static DateTimeOffset? NextCheck(Incident incident, IReadOnlyList<Obligation> ledger, DateTimeOffset now) =>
        incident.IsRetrospective ? null
        : ledger.Where(o => o is { Status: ObligationStatus.Pending, DueAt: not null }).Select(o => o.DueAt)
            .Concat(NotRecorded(incident, ledger).Select(miss => (DateTimeOffset?)miss.DueAt))
            .Append(incident.Facts.NextAfter(now))
            .Min();

    private static RecordedMiss? Key(Obligation o) =>
        o is { Since: { } since, DueAt: { } due } ? new RecordedMiss(o.Name, since, due) : null;
}
