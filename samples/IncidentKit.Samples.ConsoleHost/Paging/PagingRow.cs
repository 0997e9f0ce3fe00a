namespace IncidentKit.Samples.ConsoleHost.Paging;

internal sealed record PagingRow(DateTimeOffset At, string Action, IReadOnlyList<string> To, int? Step, int? Repeat, string Reason);
