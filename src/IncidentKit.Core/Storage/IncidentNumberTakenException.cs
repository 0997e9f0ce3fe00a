namespace IncidentKit;

/// <summary>An incident was to get a number that another one has. Nothing was recorded.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentNumberTakenException : InvalidOperationException
{
    /// <summary>Creates the error of a number that is in use.</summary>
    /// <param name="number">The number.</param>
    /// <param name="holder">The incident that has it.</param>
    public IncidentNumberTakenException(int number, IncidentId holder)
        : base(
            Invariant($"Incident {holder} has the number {number} already. ")
            + "Declare the new one with another number, or with none to get the next.") =>
        (Number, Holder) = (number, holder);

    /// <summary>The number.</summary>
    public int Number { get; }

    /// <summary>The incident that has it.</summary>
    public IncidentId Holder { get; }
}
