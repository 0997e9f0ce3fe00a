namespace IncidentKit;

/// <summary>Everything that one decision makes a store record, in one transaction.</summary>
/// <remarks>Immutable and thread-safe, as long as the lists are left alone. Instants are in UTC.</remarks>
public sealed partial record IncidentCommit
{
    /// <summary>What happened, in order. May be empty for an incident that exists, where only what is due changes.</summary>
    public required IReadOnlyList<IncidentEvent> Events { get; init; }

    /// <summary>Earlier events whose text was redacted: each takes the place of the stored event with its sequence number.</summary>
    public IReadOnlyList<IncidentEvent> RedactedEvents { get; init; } = [];

    /// <summary>When the next obligation or page is due; null where none is. Replaces what was there.</summary>
    public required DateTimeOffset? NextDueAt { get; init; }

    /// <summary>The incident in brief after the events. Replaces what was there.</summary>
    public required IncidentSummary Summary { get; init; }

    /// <summary>All alert keys that lead to the incident. Replaces what was there.</summary>
    public IReadOnlyList<string> AlertKeys { get; init; } = [];

    /// <summary>What is kept for the idempotency keys of the commands, most often one or none.</summary>
    public IReadOnlyList<IdempotencyRecord> Idempotency { get; init; } = [];

    /// <summary>What is to be handed on once the commit is recorded, see <see cref="IOutboxStore"/>.</summary>
    public IReadOnlyList<IncidentDelivery> Deliveries { get; init; } = [];

    /// <summary>Throws where this commit cannot follow a version of an incident: for stores to check at their edge.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="expectedVersion">The version on which the commit was decided; 0 for a new incident.</param>
    /// <exception cref="ArgumentException">
    /// The id is the default, or an event, the summary or a rewritten event does not fit it or the version.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="expectedVersion"/> is negative.</exception>
    public void ThrowIfNotAfter(IncidentId id, long expectedVersion)
    {
        IncidentId.ThrowIfDefault(id, nameof(id));
        ArgumentOutOfRangeException.ThrowIfNegative(expectedVersion);
        for (var i = 0; i < Events.Count; i++)
        {
            if (Events[i].Incident != id || Events[i].Sequence != expectedVersion + 1 + i)
                throw Fault($"its event {Events[i].Sequence} of {Events[i].Incident} stands where event {expectedVersion + 1 + i} is due");
        }

        if (expectedVersion == 0 && (Events.Count == 0 || Events[0] is not IncidentDeclared))
            throw Fault("a new incident begins with IncidentDeclared");
        if (Summary.Id != id || Summary.Version != expectedVersion + Events.Count)
            throw Fault($"its summary is of version {Summary.Version} of {Summary.Id}");
        foreach (var rewritten in RedactedEvents)
        {
            if (rewritten.Incident != id || rewritten.Sequence < 1 || rewritten.Sequence > expectedVersion)
                throw Fault($"it rewrites event {rewritten.Sequence} of {rewritten.Incident}, which is not recorded before it");
        }

        ArgumentException Fault(string what) => new($"The commit does not follow version {expectedVersion} of incident {id}: {what}.");
    }
}
