using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>The connections of a host, and what they make of a commit.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncidentConnections
{
    private const int LongestName = 100;

    /// <summary>Connects several ports.</summary>
    /// <param name="connections">The connections.</param>
    /// <exception cref="ArgumentException">
    /// Two have the same name, or one has none or one that is too long; all of them are named.
    /// </exception>
    public IncidentConnections(IEnumerable<IIncidentConnection> connections)
    {
        ArgumentNullException.ThrowIfNull(connections);
        All = [.. connections];
        List<string> faults =
        [
            .. All.Where(c => string.IsNullOrWhiteSpace(c.Name) || c.Name.Length > LongestName)
                .Select(c => $"{c.GetType().Name} has the name \"{c.Name}\": give it one of 1 to {LongestName} characters"),
            .. All.GroupBy(c => c.Name, StringComparer.Ordinal)
                .Where(g => g.Count() > 1)
                .Select(g => $"{string.Join(" and ", g.Select(c => c.GetType().Name))} have the name \"{g.Key}\": give each its own"),
        ];
        if (faults.Count > 0)
            throw new ArgumentException($"The connections of the host are unsound. {string.Join(". ", faults)}.", nameof(connections));
    }

    /// <summary>No connections.</summary>
    public static IncidentConnections None { get; } = new([]);

    /// <summary>The connections, in the order in which they were added.</summary>
    public IReadOnlyList<IIncidentConnection> All { get; }

    /// <summary>What is to be delivered of a commit. A connection that fails holds up neither the commit nor the others.</summary>
    internal IReadOnlyList<IncidentDelivery> DeliveriesOf(IncidentCommitted committed, ILogger logger)
    {
        if (All.Count == 0 || committed.Events.Count == 0)
            return [];
        List<IncidentDelivery> deliveries = [];
        foreach (var connection in All)
        {
            try
            {
                var own = connection.Of(connection.KeepsRestrictions ? committed : committed.ForOutsiders()).ToList();
                if (own.Find(delivery => delivery.Port != connection.Name) is { } foreign)
                {
                    throw new InvalidOperationException($"The delivery \"{foreign.Id}\" names the port \"{foreign.Port}\": "
                        + $"a connection delivers to its own name, \"{connection.Name}\".");
                }

                deliveries.AddRange(own);
            }
            catch (Exception e)
            {
                logger.DeliveriesNotMade(
                    committed.IsRestricted ? null : e, connection.Name, committed.Incident.Id, committed.Incident.Version);
            }
        }

        return deliveries;
    }
}
