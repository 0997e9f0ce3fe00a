namespace IncidentKit.Samples.ConsoleHost.Replaying;

internal sealed record DiagramDocument(string Mermaid);
