namespace IncidentKit;

/// <summary>What a host's own obligation demands.</summary>
internal sealed record OwnTerms(ResponseTarget Within, Func<ObligationTerms, bool> When, Meeting Met);
