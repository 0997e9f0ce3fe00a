namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

internal sealed record PlainUpdate(Fact At, bool Public, DateTimeOffset? Next);
