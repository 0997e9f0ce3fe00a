using IncidentKit;

internal sealed record Team(Responder[] People);
