namespace IncidentKit;

/// <summary>Something that an incident of a level can never do under a policy.</summary>
/// <param name="What">What, as the rest of a sentence.</param>
/// <param name="Refused">What the rules that stand in the way say.</param>
/// <param name="IsKnown">Whether it is certain; otherwise a rule does not say what helps.</param>
/// <param name="Trace">The commands that come nearest, and the one that is refused.</param>
internal sealed record Impossible(string What, IReadOnlyList<Violation> Refused, bool IsKnown, IReadOnlyList<IncidentCommand> Trace)
{
    /// <summary>
    /// The rules that stand in the way; where none refuses and the phase is another all the same, the table leads elsewhere.
    /// </summary>
    public IReadOnlyList<string> Rules { get; } =
        Refused.Count == 0 ? [LifecycleRules.PhaseTableId] : [.. Refused.Select(v => v.Rule).Distinct()];

    /// <summary>What one of the rules threw, and did not answer.</summary>
    public Exception? Thrown => Refused.Select(v => v.Exception).FirstOrDefault(e => e is not null);
}
