namespace IncidentKit;

/// <summary>How the asking of a check ended.</summary>
public enum CheckOutcome
{
    /// <summary>It answered within its time.</summary>
    Answered,

    /// <summary>It failed; the exception is kept.</summary>
    Failed,

    /// <summary>It had not answered when its time was over.</summary>
    TimedOut,
}
