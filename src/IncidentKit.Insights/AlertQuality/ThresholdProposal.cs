namespace IncidentKit.Insights;

/// <summary>What to do with the paging threshold (P33).</summary>
public enum ThresholdProposal
{
    /// <summary>Keep it.</summary>
    Keep,

    /// <summary>Raise it: too many pages are false.</summary>
    Raise,

    /// <summary>Lower it: hardly a page is false, so that something may go unnoticed.</summary>
    Lower,
}
