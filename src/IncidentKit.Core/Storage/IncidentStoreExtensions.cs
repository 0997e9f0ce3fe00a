namespace IncidentKit;

/// <summary>Questions to a store that are made of others.</summary>
/// <remarks>Thread-safe, as stores are.</remarks>
public static class IncidentStoreExtensions
{
    /// <summary>The open incidents: the one recorded last first, then by number downwards, then by id.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public static IAsyncEnumerable<IncidentSummary> ListOpenAsync(
        this IIncidentStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.SearchAsync(new IncidentQuery { IsOpen = true }, cancellationToken);
    }
}
