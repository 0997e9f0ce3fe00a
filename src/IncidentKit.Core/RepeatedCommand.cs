namespace IncidentKit;

/// <summary>Finds the answer that a command with an idempotency key got the first time.</summary>
internal static class RepeatedCommand
{
    /// <summary>The first answer; null where the command carries no key, or a new one.</summary>
    /// <exception cref="IdempotencyKeyReusedException">The key belongs to another command.</exception>
    public static Decision? AnswerTo(IncidentCommand command, Incident incident, IncidentPolicy policy)
    {
        if (command.IdempotencyKey is not { } key || incident.History.FirstOrDefault(e => e.Stamp?.Key == key) is not { } first)
            return null;
        // JSON has no word for such a number, and no rule lets it pass: this is no repeat, but a command to refuse.
        if (command is StateImpact { Share: { } share } && !double.IsFinite(share))
            return null;
        if (first.Stamp != CommandDigest.StampOf(command))
            throw new IdempotencyKeyReusedException(key, incident.Id);
        var from = (int)first.Sequence - 1;
        var count = Math.Min(CountAgain(command, incident, policy, first), CountAlike(incident, first));
        var then = Incident.Replay(incident.History.Take(from + count));
        return Decision.Repeated(then, [.. incident.History.Skip(from).Take(count)]);
    }

    // A decision is pure: made again on the incident as it stood, it shows how many events it had, unless the policy has changed.
    private static int CountAgain(IncidentCommand command, Incident incident, IncidentPolicy policy, IncidentEvent first)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var again = command is DeclareIncident declaration && first.Sequence == 1
            ? lifecycle.Declare(incident.Id, declaration, first.RecordedAt)
            : lifecycle.Decide(Incident.Replay(incident.History.Take((int)first.Sequence - 1)), command, first.RecordedAt);
        return again.IsAccepted ? again.Events.Count : int.MaxValue;
    }

    private static int CountAlike(Incident incident, IncidentEvent first) =>
        1 + incident.History.Skip((int)first.Sequence)
            .TakeWhile(e => e.Stamp is null && e.RecordedAt == first.RecordedAt && e.By == first.By)
            .Count();
}
