namespace IncidentKit;

/// <summary>Makes the identities of new incidents.</summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IIncidentIdFactory
{
    /// <summary>The identity of an incident that is declared at <paramref name="now"/>. Must be unique; called from any thread.</summary>
    IncidentId Create(DateTimeOffset now);
}
