namespace IncidentKit;

/// <summary>A fact at a known time.</summary>
internal readonly record struct Timed<T>(DateTimeOffset At, T Fact) : ITimed;
