namespace IncidentKit.Testing;

/// <summary>One thing that the linter found in a policy.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Place">The member that is meant, such as <c>levels[1].name</c>: the same path as in the policy's JSON.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Severity">How bad it is.</param>
public sealed record PolicyFinding(string Place, string Reason, PolicyFindingSeverity Severity)
{
    /// <summary>The commands that show it, from the declaration to the one that is refused; empty if the values show it.</summary>
    public IReadOnlyList<IncidentCommand> Trace { get; init; } = [];

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}
