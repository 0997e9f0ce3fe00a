namespace IncidentKit;

/// <summary>How a signal is read.</summary>
public enum TelemetryKind
{
    /// <summary>A distribution.</summary>
    Histogram,

    /// <summary>A sum that only grows.</summary>
    Counter,

    /// <summary>A span of a trace.</summary>
    Activity,
}
