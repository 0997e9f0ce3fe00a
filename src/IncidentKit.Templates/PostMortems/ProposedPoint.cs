namespace IncidentKit.Templates;

/// <summary>One thing to be said under a topic.</summary>
internal sealed record ProposedPoint(string Topic, string Text);
