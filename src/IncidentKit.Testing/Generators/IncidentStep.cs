namespace IncidentKit.Testing;

/// <summary>One random step, which <see cref="IncidentSteps"/> reads as a command that fits the incident at hand.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Kind">Chooses which command.</param>
/// <param name="By">Who gives it: one of three people, or a program.</param>
/// <param name="Gap">Minutes after the last step.</param>
/// <param name="Ago">How long ago: minutes up to 7; 8: ahead by the clock tolerance; 9: unknown; else now.</param>
/// <param name="Pick">Chooses among the values that the command may have.</param>
/// <param name="Odd">From 0 to 24; the command is malformed if it is 0.</param>
public sealed record IncidentStep(int Kind, int By, int Gap, int Ago, int Pick, int Odd)
{
    /// <summary>Whether the command is malformed, so that every policy refuses it.</summary>
    public bool IsMalformed => Odd == 0;
}
