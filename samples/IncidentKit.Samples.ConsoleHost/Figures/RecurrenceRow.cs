namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record RecurrenceRow(int Total, IReadOnlyList<string> Incidents);
