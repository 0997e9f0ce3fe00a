namespace IncidentKit;

/// <summary>One thing that is wrong with a policy.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Place">The member that is meant, such as <c>levels[1].name</c>: the same path as in the policy's JSON.</param>
/// <param name="Reason">What is wrong, and how it should read.</param>
public sealed record PolicyFault(string Place, string Reason)
{
    /// <summary>
    /// The commands, from the declaration to the one that is refused, that show the fault; empty if the values of the policy show it.
    /// </summary>
    public IReadOnlyList<IncidentCommand> Trace { get; init; } = [];

    /// <summary>Whether both say the same.</summary>
    public bool Equals(PolicyFault? other) =>
        other is not null && (Place, Reason) == (other.Place, other.Reason) && Trace.SequenceEqual(other.Trace);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Place, Reason);

    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}
