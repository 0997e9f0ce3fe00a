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
