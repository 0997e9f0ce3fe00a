namespace IncidentKit;

/// <summary>One thing that is wrong with a policy.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
/// <param name="Place">The member that is meant, such as <c>levels[1].name</c>: the same path as in the policy's JSON.</param>
/// <param name="Reason">What is wrong, and how it should read.</param>
public sealed record PolicyFault(string Place, string Reason)
{
    /// <inheritdoc />
    public override string ToString() => $"{Place}: {Reason}";
}
