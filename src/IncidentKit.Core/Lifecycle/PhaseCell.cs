namespace IncidentKit;

/// <summary>One cell of the phase table.</summary>
/// <param name="Effect">What happens.</param>
/// <param name="Target">Where to, for a move.</param>
/// <param name="Remedy">What to do first, for a refusal.</param>
/// <param name="InRetrospect">Where a retrospective incident moves instead, where order only warns.</param>
internal readonly record struct PhaseCell(
    PhaseEffect Effect, IncidentPhase? Target = null, string? Remedy = null, IncidentPhase? InRetrospect = null);
