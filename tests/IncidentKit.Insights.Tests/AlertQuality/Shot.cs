namespace IncidentKit.Insights.Tests.AlertQuality;

/// <summary>A random firing, sound or not, and its page.</summary>
public sealed record Shot(int Id, int Alert, int Hour, int Acted, int Shift, int Facts, int Page);
