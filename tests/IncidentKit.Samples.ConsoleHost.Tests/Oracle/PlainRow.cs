namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

internal sealed record PlainRow(string Obligation, DateTimeOffset? Since, DateTimeOffset? DueAt, DateTimeOffset? MetAt, string Status);
