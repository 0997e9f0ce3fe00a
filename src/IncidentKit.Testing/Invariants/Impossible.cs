namespace IncidentKit.Testing;

/// <summary>Something that an incident of a level can never do under a policy.</summary>
/// <param name="What">What, as the rest of a sentence.</param>
/// <param name="Refused">What the rules that stand in the way say.</param>
/// <param name="IsKnown">Whether it is certain; otherwise a rule does not say what helps.</param>
/// <param name="Trace">The commands from the declaration to the one that is refused.</param>
internal sealed record Impossible(string What, IReadOnlyList<Violation> Refused, bool IsKnown, IReadOnlyList<IncidentCommand> Trace)
{
    /// <summary>The rules that stand in the way; if none refuses, the phase table leads elsewhere.</summary>
    public IReadOnlyList<string> Rules { get; } =
        Refused.Count == 0 ? ["IK2001"] : [.. Refused.Select(v => v.Rule).Distinct()];

    /// <summary>What one of the rules threw; null if none did.</summary>
    public string? Thrown => Refused.FirstOrDefault(v => v.Exception is not null)?.Message.Split("could not be checked: ")[^1];
}
