namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record WhoPerson(string Person, string? Layer, DateTimeOffset? Since, DateTimeOffset? Until);
