namespace IncidentKit;

/// <summary>A proposal to relieve the commander (P12): nobody is relieved by it. Somebody still hands command over, or takes it.</summary>
/// <remarks>A pure function of the facts, the policy, the shift and an instant. Equal by value; immutable and thread-safe.</remarks>
public sealed record ReliefProposal
{
    /// <summary>Who commands.</summary>
    public required Responder Commander { get; init; }

    /// <summary>Since when, in UTC: see <see cref="CommandedSince"/>.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Since when relief is due, in UTC: the first of the reasons to come about.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Why.</summary>
    public required ReliefReasons Reasons { get; init; }

    /// <summary>Proposes relief at an instant.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="shiftEnd">
    /// The first end of an on-call shift of the commander after <see cref="CommandedSince"/>; null where there is none. An end
    /// that is not after it is no reason.
    /// </param>
    /// <returns>
    /// The proposal; null where relief is not due, nobody commands, the incident is over, or it was entered after the fact.
    /// </returns>
    public static ReliefProposal? At(Incident incident, IncidentPolicy policy, DateTimeOffset instant, DateTimeOffset? shiftEnd)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        if (CommandedSince(incident) is not { } since)
            return null;
        var limit = since.Plus(policy.RelieveAfter);
        var ended = shiftEnd?.ToUniversalTime() is { } end && end > since && end <= instant ? ReliefReasons.ShiftEnded : ReliefReasons.None;
        var reasons = ended | (limit <= instant ? ReliefReasons.LongCommand : ReliefReasons.None);
        return reasons == ReliefReasons.None ? null : new ReliefProposal
        {
            Commander = incident.Roles.Commander!, Since = since, DueAt = WhenDue(incident, policy, shiftEnd)!.Value, Reasons = reasons,
        };
    }

    /// <summary>
    /// When relief will be due, or was, in UTC: from then on <see cref="At"/> proposes it, unless something is recorded before.
    /// </summary>
    /// <inheritdoc cref="At" path="/param" />
    /// <returns>The instant; null where nobody commands, the incident is over, or it was entered after the fact.</returns>
    public static DateTimeOffset? WhenDue(Incident incident, IncidentPolicy policy, DateTimeOffset? shiftEnd)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        if (CommandedSince(incident) is not { } since)
            return null;
        var limit = since.Plus(policy.RelieveAfter);
        return shiftEnd is { } end && end > since && end < limit ? end.ToUniversalTime() : limit;
    }

    /// <summary>
    /// Since when the person who commands has done so without a break, in UTC, by the times at which it happened, as corrected. Where
    /// that time is unknown, since it was recorded: then at the latest. While an incident is over nobody commands it, so after a
    /// reopening the time begins anew.
    /// </summary>
    /// <returns>The instant; null where nobody commands, the incident is over, or it was entered after the fact.</returns>
    public static DateTimeOffset? CommandedSince(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (!incident.IsOpen || incident.IsRetrospective || incident.Roles.Commander is not { } commander)
            return null;
        var facts = incident.Facts;
        List<(DateTimeOffset At, long Sequence, Responder? To)> changes =
        [
            .. from role in facts.Roles
               let fact = role.Fact as RoleAssigned
               where fact?.Role == IncidentRole.IncidentCommander
               select (role.At, fact.Sequence, fact.To),
            .. from fact in facts.RolesOfUnknownTime
               where fact.Role == IncidentRole.IncidentCommander
               select (fact.RecordedAt, fact.Sequence, fact.To),
        ];
        changes.Sort((a, b) => (a.At, a.Sequence).CompareTo((b.At, b.Sequence)));
        var first = changes.FindLastIndex(change => change.To == commander);
        while (first > 0 && changes[first - 1].To == commander)
            first--;
        var since = changes[first].At;
        var reopened = facts.Ends.FindLast(end => end.Fact is IncidentReopened);
        return reopened.Fact is not null && reopened.At > since ? reopened.At : since;
    }
}
