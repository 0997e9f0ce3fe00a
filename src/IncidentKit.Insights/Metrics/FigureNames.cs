namespace IncidentKit.Insights;

/// <summary>The names of the durations of a <see cref="FiguresReport"/>, as in JSON.</summary>
/// <remarks>None is called MTTR, a word for four of them. Thread-safe.</remarks>
public static class FigureNames
{
    /// <summary>From the start of impact to T0.</summary>
    public const string ToDetect = "toDetect";

    /// <summary>From T0 to the first acknowledgement.</summary>
    public const string ToAcknowledge = "toAcknowledge";

    /// <summary>From the start of impact to the first mitigation.</summary>
    public const string ToMitigate = "toMitigate";

    /// <summary>From T0 to the first mitigation.</summary>
    public const string DetectedToMitigated = "detectedToMitigated";

    /// <summary>From the start of impact to the last resolution.</summary>
    public const string ToResolve = "toResolve";

    /// <summary>From T0 to the last resolution.</summary>
    public const string DetectedToResolved = "detectedToResolved";

    /// <summary>The time during which the service was down.</summary>
    public const string Downtime = "downtime";

    /// <summary>From T0 to the first public update.</summary>
    public const string ToFirstPublicUpdate = "toFirstPublicUpdate";

    /// <summary>From the first report of a customer to the first public update.</summary>
    public const string CustomerReportToPublicUpdate = "customerReportToPublicUpdate";

    /// <summary>From the first acknowledgement until the roles were filled as required.</summary>
    public const string ToStaff = "toStaff";

    /// <summary>The time with one person in two roles where three people are required.</summary>
    public const string Understaffed = "understaffed";

    /// <summary>The longest time without an update, from T0 to the resolution.</summary>
    public const string LongestSilence = "longestSilence";

    /// <summary>The longest time without a public update, from T0 to the resolution.</summary>
    public const string LongestPublicSilence = "longestPublicSilence";

    /// <summary>Every name, in the order of the report.</summary>
    public static IReadOnlyList<string> All { get; } = [.. DurationDefinitions.All.Select(figure => figure.Name)];
}
