namespace IncidentKit;

/// <summary>Who noticed an incident first (P58).</summary>
public enum NoticedBy
{
    /// <summary>An alert.</summary>
    Alert,

    /// <summary>A colleague.</summary>
    Colleague,

    /// <summary>A customer.</summary>
    Customer,
}
