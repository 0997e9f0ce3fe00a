namespace IncidentKit.Insights;

internal static class DurationDefinitions
{
    public static IReadOnlyList<(string Name, string Definition, Func<IncidentReading, FigureReading> Read)> All { get; } =
    [
        (FigureNames.ToDetect, "start of impact to T0", r => r.Between(r.Started, r.Detected)),
        (FigureNames.ToAcknowledge, "T0 to first acknowledgement", r => r.Between(r.Detected, r.Acknowledged)),
        (FigureNames.ToMitigate, "start of impact to first mitigation", r => r.Between(r.Started, r.Mitigated)),
        (FigureNames.DetectedToMitigated, "T0 to first mitigation", r => r.Between(r.Detected, r.Mitigated)),
        (FigureNames.ToResolve, "start of impact to last resolution", r => r.Between(r.Started, r.Resolved)),
        (FigureNames.DetectedToResolved, "T0 to last resolution", r => r.Between(r.Detected, r.Resolved)),
        (FigureNames.Downtime, "union of the outages; else start of impact to first mitigation", r => r.Downtime()),
        (FigureNames.ToFirstPublicUpdate, "T0 to first public update", r => r.Between(r.Detected, r.FirstPublicUpdate)),
        (FigureNames.CustomerReportToPublicUpdate, "first customer report to first public update", r => r.CustomerReport()),
        (FigureNames.ToStaff, "first acknowledgement to roles filled as the level wants", r => r.ToStaff()),
        (FigureNames.Understaffed, "one person in two roles where three people are wanted", r => r.UnderstaffedTime()),
        (FigureNames.LongestSilence, "longest time without any update, T0 to resolution", r => r.LongestSilence(isPublic: false)),
        (FigureNames.LongestPublicSilence, "longest time without a public update, T0 to resolution", r => r.LongestSilence(isPublic: true)),
    ];
}
