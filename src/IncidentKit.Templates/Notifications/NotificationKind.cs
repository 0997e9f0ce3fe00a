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
