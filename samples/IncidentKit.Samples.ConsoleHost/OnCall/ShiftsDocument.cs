namespace IncidentKit.Samples.ConsoleHost.OnCall;

internal sealed record ShiftsDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ShiftRow> Shifts);
