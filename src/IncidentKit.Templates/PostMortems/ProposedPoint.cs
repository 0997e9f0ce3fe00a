namespace IncidentKit.Templates;

internal sealed record ProposedPoint(string Topic, string Text);
