namespace IncidentKit;

/// <summary>An offer with the values with which it was tried, and the command that they make.</summary>
internal sealed record FilledOffer(StepOffer Offer, StepValues Values, IncidentCommand? Given, bool IsOfHost);
