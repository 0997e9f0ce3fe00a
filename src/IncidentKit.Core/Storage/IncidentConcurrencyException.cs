namespace IncidentKit;

/// <summary>Somebody else changed the incident first. Nothing was recorded: read it again and decide again.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentConcurrencyException : InvalidOperationException
{
    /// <summary>Creates the error of a lost race.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="expectedVersion">The version on which the lost commit was decided; 0 for a new incident.</param>
    /// <param name="actualVersion">The version that the incident has; 0 where there is none.</param>
    public IncidentConcurrencyException(IncidentId id, long expectedVersion, long actualVersion)
        : base($"Incident {id} has version {actualVersion}, not {expectedVersion}: somebody else changed it first. "
            + "Read it again and decide again.") =>
        (Id, ExpectedVersion, ActualVersion) = (id, expectedVersion, actualVersion);

    /// <summary>The incident; the one that came first, where a declaration's idempotency key was in use.</summary>
    public IncidentId Id { get; }

    /// <summary>The version on which the lost commit was decided; 0 for a new incident.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The version that the incident has; 0 where there is none.</summary>
    public long ActualVersion { get; }
}
