namespace IncidentKit;

/// <summary>What came of a mitigation attempt (P20).</summary>
public enum MitigationOutcome
{
    /// <summary>Not known.</summary>
    Unknown,

    /// <summary>It worked.</summary>
    Worked,

    /// <summary>It worked in part.</summary>
    Partly,

    /// <summary>It had no effect.</summary>
    NoEffect,

    /// <summary>It made things worse.</summary>
    MadeWorse,

    /// <summary>It was undone.</summary>
    Undone,
}
