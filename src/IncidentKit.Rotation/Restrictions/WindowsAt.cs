namespace IncidentKit.Rotation;

/// <summary>Which days have a window that holds an instant (bit n of Held: day n after the first), and how long that is so.</summary>
internal readonly record struct WindowsAt(int FirstDay, int Held, long From, long Until);
