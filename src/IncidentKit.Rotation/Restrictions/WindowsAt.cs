namespace IncidentKit.Rotation;

/// <summary>
/// Which days have a window that holds an instant (bit n of Held: day n after the first), and from when until when that is so.
/// </summary>
internal readonly record struct WindowsAt(int FirstDay, int Held, long From, long Until);
