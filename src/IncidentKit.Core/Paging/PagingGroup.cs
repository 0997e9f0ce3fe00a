namespace IncidentKit;

/// <summary>Targets that are paged together: a step, or one audience word.</summary>
/// <param name="Targets">The people that it names.</param>
/// <param name="Step">The number of the step; null for an audience word.</param>
/// <param name="Repeat">How often the steps had been repeated.</param>
/// <param name="Key">What tells it from others in delivery ids.</param>
internal sealed record PagingGroup(IReadOnlyList<EscalationTarget> Targets, int? Step, int? Repeat, string Key);
