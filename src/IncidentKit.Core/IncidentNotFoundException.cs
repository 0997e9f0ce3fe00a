namespace IncidentKit;

/// <summary>There is no incident with the id.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentNotFoundException : KeyNotFoundException
{
    /// <summary>Creates the error of a missing incident.</summary>
    public IncidentNotFoundException(IncidentId id)
        : base($"There is no incident {id} in the store.") => Id = id;

    /// <summary>The id that was asked for.</summary>
    public IncidentId Id { get; }
}
