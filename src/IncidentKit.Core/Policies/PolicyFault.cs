namespace IncidentKit;

/// <summary>One thing that is wrong with a policy.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Place">The member that is meant, such as <c>levels[1].name</c>: the same path as in the policy's JSON.</param>
/// <param name="Reason">What is wrong, and how it should read.</param>
public sealed record PolicyFault(string Place, string Reason)
{
    /// <summary>How bad it is; only errors stop a start.</summary>
    /// <value><see cref="PolicyFaultSeverity.Error"/>.</value>
    public PolicyFaultSeverity Severity { get; init; }

    /// <summary>
    /// The commands, from the declaration to the one that is refused, that show it; empty where the values themselves do.
    /// </summary>
    public IReadOnlyList<IncidentCommand> Trace { get; init; } = [];

    /// <summary>Whether both say the same.</summary>
    public bool Equals(PolicyFault? other) =>
        other is not null && (Place, Reason, Severity) == (other.Place, other.Reason, other.Severity) && Trace.SequenceEqual(other.Trace);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Place, Reason, Severity);

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}
