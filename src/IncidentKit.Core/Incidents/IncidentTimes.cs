namespace IncidentKit;

/// <summary>When the main things of an incident happened.</summary>
/// <remarks>
/// Null means that it has not happened, as far as is recorded; <see cref="When.Unknown"/> that the time is unknown.
/// Equal by value; thread-safe.
/// </remarks>
public readonly record struct IncidentTimes
{
    /// <summary>The start of the impact.</summary>
    public When? Started { get; init; }

    /// <summary>T0: the first alert or report.</summary>
    public When? Detected { get; init; }

    /// <summary>The declaration.</summary>
    public When? Declared { get; init; }

    /// <summary>The first acknowledgement.</summary>
    public When? Acknowledged { get; init; }

    /// <summary>The first mitigation.</summary>
    public When? Mitigated { get; init; }

    /// <summary>The last resolution, also if the incident recurred since: see <see cref="IncidentFacts.ResolvedBy"/>.</summary>
    public When? Resolved { get; init; }
}
