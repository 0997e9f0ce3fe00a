namespace IncidentKit;

/// <summary>How the time of a <see cref="ResponseTarget"/> is counted.</summary>
public enum ResponseClock
{
    /// <summary>Around the clock.</summary>
    Elapsed,

    /// <summary>In business time of the team's calendar.</summary>
    BusinessTime,

    /// <summary>By the end of the next business day after the day of detection.</summary>
    EndOfNextBusinessDay,
}
