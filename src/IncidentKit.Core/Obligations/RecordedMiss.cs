namespace IncidentKit;

/// <summary>A miss of an obligation that was recorded, and that no later fact restated.</summary>
/// <remarks>Equal by value; immutable and thread-safe. Instants are in UTC.</remarks>
/// <param name="Name">The name of the obligation.</param>
/// <param name="Since">Since when it counted.</param>
/// <param name="DueAt">By when it was to be met.</param>
public readonly record struct RecordedMiss(string Name, DateTimeOffset Since, DateTimeOffset DueAt);
