namespace IncidentKit;

/// <content>How a commit follows from a decision.</content>
public sealed partial record IncidentCommit
{
    /// <summary>What a store records of an accepted decision. For hosts with another pipeline; the manager uses it too.</summary>
    /// <remarks>A pure function. It reads the obligations once, for <see cref="NextDueAt"/>, and adds no deliveries.</remarks>
    /// <param name="before">The incident on which it was decided; null for a declaration.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="policy">The policy that the incident follows.</param>
    /// <param name="now">The instant of the decision.</param>
    /// <param name="includePages">Whether pages count among what is due: true if this or another process pages people.</param>
    /// <exception cref="ArgumentException">The decision refuses the command.</exception>
    public static IncidentCommit From(
        Incident? before, Decision decision, IncidentPolicy policy, DateTimeOffset now, bool includePages = false)
    {
        ArgumentNullException.ThrowIfNull(decision);
        if (decision.IsRefused)
            throw new ArgumentException($"Nothing follows from a command that is {decision}.", nameof(decision));
        return From(before, decision.Incident!, [decision], policy, now, includePages);
    }

    /// <summary>What a store records of several accepted decisions, each on the incident after the one before it.</summary>
    /// <param name="before">The incident on which the first was decided; null for a declaration.</param>
    /// <param name="incident">The incident after all of them.</param>
    /// <param name="decisions">The decisions.</param>
    /// <param name="policy">The policy that the incident follows.</param>
    /// <param name="now">The instant of the decisions.</param>
    /// <param name="includePages">Whether pages count among what is due.</param>
    internal static IncidentCommit From(
        Incident? before,
        Incident incident,
        IReadOnlyList<Decision> decisions,
        IncidentPolicy policy,
        DateTimeOffset now,
        bool includePages)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var version = before?.Version ?? 0;
        var events = incident.Recorded[(int)version..].ToArray();
        List<IdempotencyRecord> idempotency = [];
        foreach (var decision in decisions)
        {
            if (decision.Stamp is { } stamp)
                idempotency.Add(new(incident.Id, stamp.Key, stamp.Digest, version + 1, version + decision.Events.Count));
            version += decision.Events.Count;
        }

        return new()
        {
            Events = events,
            RedactedEvents = before is null || !events.Any(e => e is TextRedacted)
                ? []
                : [.. incident.History.Take((int)before.Version).Where(e => !e.Equals(before.History[(int)e.Sequence - 1]))],
            NextDueAt = DueWork.Of(incident, policy, now).NextAt(includePages),
            Summary = IncidentSummary.Of(incident),
            AlertKeys = [.. incident.Alerts.Select(alert => alert.Key)],
            Idempotency = idempotency,
        };
    }
}
