namespace IncidentKit;

/// <summary>One time that the incident came back: its number by the order of recording, and the fact that says so.</summary>
internal readonly record struct Recurrence(int Number, long Sequence);
