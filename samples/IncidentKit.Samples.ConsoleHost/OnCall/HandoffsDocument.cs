namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record HandoffsDocument(string Layer, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DateTimeOffset> Handoffs);
