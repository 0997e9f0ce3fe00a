namespace IncidentKit;

/// <summary>How urgent a page is.</summary>
public enum PageUrgency
{
    /// <summary>It may wake somebody.</summary>
    High,

    /// <summary>It waits until somebody looks.</summary>
    Low,
}
