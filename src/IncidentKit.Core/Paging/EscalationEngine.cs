namespace IncidentKit;

/// <summary>Says who is paged next, and when (P30 to P32).</summary>
/// <remarks>Pure and thread-safe.</remarks>
public static class EscalationEngine
{
    /// <summary>The next action of an incident's escalation; null if nobody is to be paged any more.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="now">The instant, in UTC. The action may be due later, or may have been due before.</param>
    public static EscalationAction? Next(Incident incident, IncidentPolicy policy, DateTimeOffset now) =>
        DueWork.Of(incident, policy, now).Escalation;
}
