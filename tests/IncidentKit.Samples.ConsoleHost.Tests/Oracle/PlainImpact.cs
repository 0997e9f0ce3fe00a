namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

internal sealed record PlainImpact(string Kind, Fact From, Fact To);
