namespace IncidentKit.Testing;

/// <summary>How bad a finding of the policy linter is.</summary>
public enum PolicyFindingSeverity
{
    /// <summary>Something is impossible under the policy.</summary>
    Error,

    /// <summary>Two values contradict each other, or it is not known whether something is possible.</summary>
    Advice,
}
