namespace IncidentKit.Templates;

/// <summary>Which message to customers it is.</summary>
public enum NotificationKind
{
    /// <summary>Says only that a problem is known and looked into (P21).</summary>
    Holding,

    /// <summary>The first full message (P36).</summary>
    Initial,

    /// <summary>What is known, what is being done, when the next one comes (P37).</summary>
    Progress,

    /// <summary>It is over (P38).</summary>
    Resolution,
}

/// <summary>How hard customers are hit, in the word that they read (P36).</summary>
public enum CustomerImpact
{
    /// <summary>Below SEV-2.</summary>
    Low,

    /// <summary>SEV-2.</summary>
    Medium,

    /// <summary>SEV-1.</summary>
    High,
}

/// <summary>How many customers are hit, in the word that they read (P36).</summary>
public enum CustomerReach
{
    /// <summary>Under 10%.</summary>
    Some,

    /// <summary>From 10%.</summary>
    Many,

    /// <summary>Every one.</summary>
    All,
}

/// <summary>What happened that a progress update tells of, where a team has no words of its own yet.</summary>
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
