namespace IncidentKit;

/// <summary>What a check of the mitigation playbook says to its question (P19).</summary>
public enum CheckAnswer
{
    /// <summary>It cannot tell.</summary>
    Unknown,

    /// <summary>Yes: what the check stands for is worth doing.</summary>
    Yes,

    /// <summary>No.</summary>
    No,
}

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
