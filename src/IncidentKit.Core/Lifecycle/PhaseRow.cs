namespace IncidentKit;

/// <summary>A row of the phase table.</summary>
/// <param name="Trigger">How the machine calls it; null for what moves no phase.</param>
/// <param name="Commands">The kinds of command that belong to it.</param>
/// <param name="Cells">What happens in each phase, in the order of <see cref="IncidentPhase"/>.</param>
internal sealed record PhaseRow(PhaseTrigger? Trigger, Type[] Commands, PhaseCell[] Cells);
