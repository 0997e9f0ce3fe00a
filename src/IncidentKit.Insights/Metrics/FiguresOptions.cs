namespace IncidentKit.Insights;

/// <summary>The period and limits of a <see cref="FiguresReport"/> (P59).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record FiguresOptions
{
    /// <summary>
    /// The period: an incident belongs to it by its T0, or by the first known of start of impact, declaration, acknowledgement,
    /// mitigation, resolution.
    /// </summary>
    /// <value>Null: all incidents that are given.</value>
    public Interval? Period { get; init; }

    /// <summary>The time zone of the months.</summary>
    /// <value>UTC.</value>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>How many incidents a month that page somebody make a dedicated platform worth a look; more than 0.</summary>
    /// <value>10.</value>
    public double PlatformFromPerMonth { get; init; } = 10;

    /// <summary>Over how many whole calendar months the rate is averaged; from 1 to 120.</summary>
    /// <value>3.</value>
    public int Months { get; init; } = 3;

    /// <summary>When levels are inflated.</summary>
    /// <value>More than 20% at the top level, of at least 10 incidents.</value>
    public SeverityReportOptions Severity { get; init; } = new();

    /// <summary>The page load of the same time (P35), for advice on alerts.</summary>
    /// <value>Null: it is not known, and nothing is said of it.</value>
    public PageLoadReport? PageLoad { get; init; }

    internal void ThrowIfOutOfRange()
    {
        ArgumentNullException.ThrowIfNull(Zone);
        ArgumentNullException.ThrowIfNull(Severity);
        Severity.ThrowIfOutOfRange();
        if (!(PlatformFromPerMonth is > 0 and <= double.MaxValue) || Months is < 1 or > 120)
        {
            throw new ArgumentOutOfRangeException(
                "options",
                FormattableString.Invariant($"PlatformFromPerMonth is {PlatformFromPerMonth} and Months {Months}: ")
                    + "a number above 0 and one from 1 to 120 are expected.");
        }
    }
}
