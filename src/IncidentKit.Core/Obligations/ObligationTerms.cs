namespace IncidentKit;

/// <summary>What an obligation hangs on at some instant.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Level">The level that counts: the one that was set, else the provisional one.</param>
/// <param name="IsProvisional">Whether nobody has set a level yet.</param>
/// <param name="CustomersAffected">Whether customers are affected, or that is unknown.</param>
/// <param name="WantsPostMortem">Whether the incident wants a post-mortem.</param>
/// <param name="DataLost">Whether data was lost; null while unknown.</param>
public readonly record struct ObligationTerms(
    SeverityLevel Level,
    bool IsProvisional,
    bool CustomersAffected,
    bool WantsPostMortem,
    bool? DataLost);
