namespace IncidentKit;

/// <summary>What a finding is (P64).</summary>
public enum FindingKind
{
    /// <summary>Something that may be so.</summary>
    Hypothesis,

    /// <summary>Something that was seen.</summary>
    Evidence,

    /// <summary>Something that is not so.</summary>
    RuledOut,
}
