namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record PerMonthRow(double? Mean, int MeanOf, IReadOnlyList<MonthRow> Months);
