namespace IncidentKit.Insights;

/// <summary>What the figures call for (P59).</summary>
public enum FiguresAdviceKind
{
    /// <summary>So many incidents a month make a dedicated platform worth a look.</summary>
    DedicatedPlatform,

    /// <summary>The top level is given too freely.</summary>
    SeverityInflation,

    /// <summary>So many pages an on-call week: alert quality comes first.</summary>
    AlertsFirst,
}
