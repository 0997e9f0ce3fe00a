namespace IncidentKit.Insights;

/// <summary>Drills (P63), cancelled incidents and duplicates do not count in any report over several incidents.</summary>
internal static class CountedIncidents
{
    public static bool Counts(Incident incident) => incident.Phase != IncidentPhase.Cancelled && !incident.IsDrill;

    /// <summary>Of one that is given twice, the later state.</summary>
    public static IEnumerable<Incident> LatestOf(IEnumerable<Incident> incidents) =>
        incidents.GroupBy(incident => incident.Id).Select(states => states.MaxBy(incident => incident.Version)!);

    public static List<Incident> Of(IEnumerable<Incident> incidents) => [.. LatestOf(incidents).Where(Counts)];
}
