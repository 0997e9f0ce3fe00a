namespace IncidentKit;

/// <summary>A fact at a known time.</summary>
/// <remarks>Equal by value; immutable, and thread-safe where the fact is.</remarks>
/// <typeparam name="T">The type of the fact.</typeparam>
/// <param name="At">When it counts, in UTC.</param>
/// <param name="Fact">The fact.</param>
public readonly record struct Occurrence<T>(DateTimeOffset At, T Fact) : IOccurrence;
