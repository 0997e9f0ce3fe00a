namespace IncidentKit.Templates;

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
