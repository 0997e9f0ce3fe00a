namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

internal sealed record PlainRecurrence(DateTimeOffset At, Fact Mitigated);
