namespace IncidentKit.Samples.ConsoleHost.Figures;

internal sealed record LevelRow(int Level, string Name, int Initial, int Final);
