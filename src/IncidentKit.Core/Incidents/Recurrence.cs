namespace IncidentKit;

/// <summary>A recurrence of the incident.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Number">Its number in the order of recording, from 1.</param>
/// <param name="Sequence">The sequence number of its event.</param>
public readonly record struct Recurrence(int Number, long Sequence);
