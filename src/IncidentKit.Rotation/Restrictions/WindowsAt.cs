namespace IncidentKit.Rotation;

/// <summary>Which days have a window that holds an instant, and how long that stays so.</summary>
/// <param name="FirstDay">The day number of the first day that was looked at.</param>
/// <param name="Held">Bit n: a window that started on day n after the first holds the instant.</param>
/// <param name="From">The answer is the same from here, in ticks.</param>
/// <param name="Until">The answer is the same up to here, in ticks.</param>
internal readonly record struct WindowsAt(int FirstDay, int Held, long From, long Until);
