namespace IncidentKit.Insights;

/// <summary>
/// Which incidents count in figures over several: drills (P63), cancelled ones and duplicates, which are cancelled too, do not.
/// </summary>
internal static class CountedIncidents
{
    /// <summary>Whether an incident counts. Every report over several incidents asks this.</summary>
    public static bool Counts(Incident incident) => incident.Phase != IncidentPhase.Cancelled && !incident.IsDrill;

    /// <summary>Each incident once: of one that is given twice, the later state.</summary>
    public static IEnumerable<Incident> LatestOf(IEnumerable<Incident> incidents) =>
        incidents.GroupBy(incident => incident.Id).Select(states => states.MaxBy(incident => incident.Version)!);

    public static List<Incident> Of(IEnumerable<Incident> incidents) => [.. LatestOf(incidents).Where(Counts)];
}
