namespace IncidentKit.Insights;

/// <summary>When a <see cref="SeverityReport"/> says that levels are inflated.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record SeverityReportOptions
{
    /// <summary>The largest share of incidents at the top level that is well; from 0 to 1.</summary>
    /// <value>0.2.</value>
    public double TopShareLimit { get; init; } = 0.2;

    /// <summary>The fewest incidents with a level to say so; at least 1.</summary>
    /// <value>10.</value>
    public int LeastIncidents { get; init; } = 10;

    internal void ThrowIfOutOfRange()
    {
        if (!(TopShareLimit is >= 0 and <= 1) || LeastIncidents < 1)
        {
            throw new ArgumentOutOfRangeException(
                "options",
                FormattableString.Invariant($"TopShareLimit is {TopShareLimit} and LeastIncidents {LeastIncidents}: ")
                    + "a share from 0 to 1 and a number from 1 are expected.");
        }
    }
}
