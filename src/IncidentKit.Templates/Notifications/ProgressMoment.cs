namespace IncidentKit.Templates;

/// <summary>What a progress update tells, if a team has no words of its own yet.</summary>
public enum ProgressMoment
{
    /// <summary>The cause was found.</summary>
    CauseFound,

    /// <summary>Service is back.</summary>
    Mitigated,

    /// <summary>More people were called in.</summary>
    Escalated,

    /// <summary>It came back.</summary>
    Recurred,
}
