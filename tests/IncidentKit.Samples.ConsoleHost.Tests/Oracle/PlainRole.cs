namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

internal sealed record PlainRole(string Role, string? Person, Fact At);
