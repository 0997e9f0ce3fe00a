namespace IncidentKit;

/// <content>The way of a command: load, enrich, decide, commit, publish.</content>
public sealed partial class IncidentManager
{
    // The command is decided as the enricher makes it, and is known again as it was sent.
    private async Task<Decision> DecideInTurnAsync(
        IncidentId id, IncidentCommand command, IncidentCommand sent, CancellationToken cancellationToken)
    {
        using (await _incidents.EnterAsync(id, cancellationToken).ConfigureAwait(false))
            return (await DecideAsync(id, _ => [(command, sent)], cancellationToken).ConfigureAwait(false))[^1];
    }

    // Within the turn of the incident.
    private async Task<IReadOnlyList<Decision>> DecideAsync(
        IncidentId id,
        Func<Incident, IEnumerable<(IncidentCommand Command, IncidentCommand Sent)>> commands,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (DecideOnWaiting(id, commands) is { } kept)
                return kept;
            var before = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
            var policy = _policies.Of(before);
            var lifecycle = new IncidentLifecycle(policy);
            var now = _clock.GetUtcNow();
            List<Decision> answers = [], made = [];
            var after = before;
            foreach (var (command, sent) in commands(before))
            {
                if (await RecordOfAsync(id, sent, cancellationToken).ConfigureAwait(false) is { } record)
                {
                    answers.Add(FirstAnswer(record, sent, before));
                    continue;
                }

                var enriched = await _enricher.EnrichAsync(id, command, cancellationToken).ConfigureAwait(false);
                var decision = lifecycle.DecideSent(after, enriched, sent, now);
                answers.Add(decision);
                if (decision.IsRefused)
                    continue;
                made.Add(decision);
                after = decision.Incident!;
            }

            if (made.Count > 0)
            {
                if (!await TryCommitAsync(before, after, made, policy, now, attempt, false, cancellationToken).ConfigureAwait(false))
                    continue;
            }
            else if (answers.Exists(answer => answer.IsAccepted))
            {
                // The first try may have been recorded though the store failed to say so: then nobody was told what is due.
                var dueAt = DueWork.Of(before, policy, now).NextAt(_includePages);
                Changed?.Invoke(before, dueAt);
                _listeners.Call(before, dueAt);
            }

            return answers;
        }
    }

    private async Task<IdempotencyRecord?> RecordOfAsync(IncidentId? id, IncidentCommand sent, CancellationToken cancellationToken) =>
        sent.IdempotencyKey is { } key
            ? await _store.FindByIdempotencyKeyAsync(id, key, cancellationToken).ConfigureAwait(false)
            : null;

    private static Decision FirstAnswer(IdempotencyRecord record, IncidentCommand sent, Incident incident)
    {
        if (CommandDigest.StampOf(sent)!.Digest != record.Fingerprint)
            throw new IdempotencyKeyReusedException(record.Key, record.Incident);
        var then = incident.Version == record.Last ? incident : Incident.Replay(incident.History.Take((int)record.Last));
        return Decision.Accepted(then, [.. then.History.Skip((int)record.First - 1)]);
    }

    private async Task<Incident> LoadAsync(IncidentId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new IncidentNotFoundException(id);

    // Within the turn of the incident, so that observers hear of commits in their order. False if a race was lost.
    private async Task<bool> TryCommitAsync(
        Incident? before,
        Incident after,
        IReadOnlyList<Decision> decisions,
        IncidentPolicy policy,
        DateTimeOffset now,
        int attempt,
        bool mayTakeOtherNumber,
        CancellationToken cancellationToken,
        bool delivers = true)
    {
        var commit = IncidentCommit.From(before, after, decisions, policy, now, _includePages);
        var committed = new IncidentCommitted { Incident = after, Events = commit.Events };
        if (delivers)
            commit = commit with { Deliveries = _connections.DeliveriesOf(committed, _logger) };
        try
        {
            await _store.AppendAsync(after.Id, before?.Version ?? 0, commit, cancellationToken).ConfigureAwait(false);
        }
        catch (IncidentConcurrencyException lost) when (attempt < _maxAttempts)
        {
            _logger.RaceLost(lost.Id, lost.ExpectedVersion, lost.ActualVersion, attempt);
            return false;
        }
        catch (IncidentNumberTakenException) when (mayTakeOtherNumber && attempt < _maxAttempts)
        {
            return false;
        }

        Changed?.Invoke(after, commit.NextDueAt);
        // What changes nothing but what is due wakes nobody: whoever looked knows it.
        if (commit.Events.Count == 0)
            return true;
        _instruments.Recorded(commit.Events);
        _listeners.Call(after, commit.NextDueAt);
        _observers.Enqueue(committed);
        return true;
    }
}
