namespace IncidentKit.Insights;

internal sealed class DemandFigures
{
    private static readonly string[] PostMortem =
        [ObligationNames.FixPostMortem, ObligationNames.HoldPostMortem, ObligationNames.PublishPostMortem];

    private readonly IReadOnlyList<IncidentReading> _readings;
    private readonly Dictionary<IncidentId, IReadOnlyList<Obligation>> _rows;

    public DemandFigures(IReadOnlyList<IncidentReading> readings)
    {
        _readings = readings;
        var ledgers = readings.Select(reading => reading.Policy)
            .Distinct()
            .ToDictionary(policy => policy, policy => new ObligationLedger(policy));
        _rows = readings.ToDictionary(
            reading => reading.Incident.Id,
            reading => ledgers[reading.Policy].At(reading.Incident, reading.AsOf));
    }

    public List<ObligationFigure> Obligations(IEnumerable<IncidentPolicy> policies)
    {
        var rows = _rows.SelectMany(one => one.Value, (one, row) => (row.Name, Row: (one.Key, row.Status)))
            .ToLookup(row => row.Name, row => row.Row);
        return [.. policies.SelectMany(policy => policy.Obligations)
            .Select(obligation => obligation.Name)
            .Distinct()
            .Select(name => new ObligationFigure(name, rows[name]))];
    }

    /// <summary>Where nobody wrote the updates down, no promise is known, and that is not the same as none.</summary>
    public UpdateFigures Updates(string name)
    {
        var rows = _rows.SelectMany(one => one.Value.Where(row => row.Name == name), (one, row) => (Incident: one.Key, row.Status))
            .ToList();
        var unknown = rows.Where(row => row.Status == ObligationStatus.Unknown).Select(row => row.Incident)
            .Concat(
                _readings
                    .Where(reading => reading.MayHaveMoreUpdates(name == ObligationNames.PublicUpdate)
                        && rows.All(row => row.Incident != reading.Incident.Id || row.Status != ObligationStatus.NotRequired))
                    .Select(reading => reading.Incident.Id));
        return new()
        {
            Kept = rows.Count(row => row.Status == ObligationStatus.Met),
            Promised = rows.Count(row => row.Status is ObligationStatus.Met or ObligationStatus.MetLate or ObligationStatus.Missed),
            Unknown = [.. unknown.Distinct().OrderBy(id => id.Value)],
        };
    }

    public PostMortemFigures PostMortems()
    {
        var worst = _rows.ToLookup(
            one => Worst([.. one.Value.Where(row => PostMortem.Contains(row.Name)).Select(row => row.Status)]),
            one => one.Key);
        return new()
        {
            OnTime = In(ObligationStatus.Met), Late = In(ObligationStatus.MetLate), Missed = In(ObligationStatus.Missed),
            Pending = In(ObligationStatus.Pending), Unknown = In(ObligationStatus.Unknown),
        };

        IReadOnlyList<IncidentId> In(ObligationStatus status) => [.. worst[status].OrderBy(id => id.Value)];
    }

    public ActionItemFigures ActionItems()
    {
        var items = _readings.SelectMany(reading => reading.ActionItems, (of, item) => (of.Incident.IsRetrospective, of.AsOf, Item: item))
            .ToLookup(one => one.Item.IsDone);
        var open = items[false].Where(one => !one.IsRetrospective).ToList();
        return new()
        {
            Done = items[true].Count(),
            Open = open.Count,
            Overdue = open.Count(one => one.Item.Due < DateOnly.FromDateTime(one.AsOf.UtcDateTime)),
            Unknown = items[false].Count() - open.Count,
        };
    }

    // What is missed or late is so, whatever the rest turns out to be. Null where nothing is asked.
    private static ObligationStatus? Worst(HashSet<ObligationStatus?> statuses) =>
        ((ObligationStatus?[])
        [
            ObligationStatus.Missed, ObligationStatus.MetLate, ObligationStatus.Unknown, ObligationStatus.Pending, ObligationStatus.Met,
        ])
        .FirstOrDefault(statuses.Contains);
}
