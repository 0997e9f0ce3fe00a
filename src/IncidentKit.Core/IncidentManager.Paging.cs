namespace IncidentKit;

// Paging is the one effect that may precede its commit: a store that is down never stops a page (P32).
public sealed partial class IncidentManager
{
    /// <summary>
    /// Records facts about pages in one commit, each delivery once. Waits for no observer: one that hangs holds up no page.
    /// </summary>
    /// <returns>The incident after them.</returns>
    internal async Task<Incident> RecordPagingAsync(
        IncidentId id,
        IReadOnlyList<RecordPaging> facts,
        CancellationToken cancellationToken,
        Action<RecordPaging, Decision>? refused = null)
    {
        using (await _gates.EnterAsync(id, cancellationToken).ConfigureAwait(false))
            return await RecordInTurnAsync(id, facts, refused, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Records an incident that was declared while the store was down. Waits for no observer either.</summary>
    internal async Task RecordWaitingAsync(IncidentId id, CancellationToken cancellationToken)
    {
        using (await _gates.EnterAsync(id, cancellationToken).ConfigureAwait(false))
            await RecordWaitingInTurnAsync(id, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The incident after facts about pages that could not be recorded yet.</summary>
    internal Incident With(Incident incident, IReadOnlyList<RecordPaging> facts)
    {
        var lifecycle = new IncidentLifecycle(_policies.Of(incident));
        return facts.Aggregate(incident, (view, fact) => lifecycle.Decide(view, fact, _clock.GetUtcNow()).Incident!);
    }

    private DateTimeOffset? NextDue(Incident incident, IncidentPolicy policy, DateTimeOffset now) =>
        NextDue(incident, policy, new ObligationLedger(policy).At(incident, now), now);

    private DateTimeOffset? NextDue(Incident incident, IncidentPolicy policy, IReadOnlyList<Obligation> ledger, DateTimeOffset now)
    {
        var check = ObligationRecords.NextCheck(incident, ledger, now);
        return _paging is null || PagingFacts.NextDue(incident, policy, ledger) is not { } page ? check
            : page < check || check is null ? page
            : check;
    }

    private async Task<Incident> RecordInTurnAsync(
        IncidentId id, IReadOnlyList<RecordPaging> facts, Action<RecordPaging, Decision>? refused, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var before = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
            var (policy, now) = (_policies.Of(before), _clock.GetUtcNow());
            var lifecycle = new IncidentLifecycle(policy);
            List<IncidentEvent> events = [];
            var after = before;
            foreach (var fact in facts)
            {
                var decision = lifecycle.Decide(after, fact, now);
                if (decision.IsRefused)
                    refused?.Invoke(fact, decision);
                events.AddRange(decision.Events);
                after = decision.Incident!;
            }

            if (events.Count == 0)
                return after;
            if (_paging?.Declared(id) is not null)
                return _paging.TryKeep(after) ? after : before;
            if (await TryCommitAsync(before, Decision.Accepted(after, events), policy, now, attempt, false, cancellationToken)
                .ConfigureAwait(false) is not null)
            {
                return after;
            }
        }
    }

    private async Task<Decision> DeclareOrKeepAsync(
        DeclareIncident command, IncidentPolicy policy, bool policyIsNamed, CancellationToken cancellationToken)
    {
        if (_paging is not { IsWatched: true } queue)
            return await DeclareAsync(command, policy, policyIsNamed, static _ => { }, cancellationToken).ConfigureAwait(false);
        Decision? made = null;
        try
        {
            return await DeclareAsync(command, policy, policyIsNamed, decision => made = decision, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (IsOfTheStore(e, cancellationToken) && !command.Retrospective)
        {
            if (await KeepAsync(queue, command, policy, made).ConfigureAwait(false) is not { } kept)
                throw;
            _logger.DeclarationKept(e, kept.Incident!.Id);
            return kept;
        }
    }

    // A storm of alerts is one incident while the store is down too, and a repeat is known by its key.
    private async Task<Decision?> KeepAsync(PagingBacklog queue, DeclareIncident command, IncidentPolicy policy, Decision? made)
    {
        if (command.IdempotencyKey is { } key && queue.Declared(waiting => waiting.History[0].Stamp?.Key == key) is { } repeated)
            return Decision.Accepted(repeated, [.. repeated.History]);
        if (command.AlertKey is { Length: > 0 } alert
            && queue.Declared(waiting => waiting.IsOpen && waiting.Alerts.Any(a => a.Key == alert)) is { } having)
        {
            return await ExecuteAsync(having.Id, AttachOf(command), CancellationToken.None).ConfigureAwait(false);
        }

        var now = _clock.GetUtcNow();
        made ??= new IncidentLifecycle(policy).Declare(_ids.Create(now), command, now);
        if (made.IsRefused)
            return made;
        if (!queue.TryKeep(made.Incident!))
            return null;
        Committed?.Invoke(made.Incident!);
        return made;
    }

    // Within the turn of the incident.
    private Decision? DecideOnWaiting(IncidentId id, IncidentCommand command)
    {
        if (_paging?.Declared(id) is not { } waiting)
            return null;
        var policy = _policies.Of(waiting);
        if (RepeatedCommand.AnswerTo(command, waiting, policy) is { } repeated)
            return repeated;
        var decision = new IncidentLifecycle(policy).Decide(waiting, command, _clock.GetUtcNow());
        if (decision.IsAccepted && _paging.TryKeep(decision.Incident!) && decision.Events.Count > 0)
            Committed?.Invoke(decision.Incident!);
        return decision;
    }

    private async Task RecordWaitingInTurnAsync(IncidentId id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; _paging?.Declared(id) is { } waiting; attempt++)
        {
            var policy = _policies.Of(waiting);
            // A declaration may have been recorded though the store failed to say so; what was told of it since follows.
            if (await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { Count: > 0 } events)
            {
                var known = Incident.Replay(events);
                Incident after = known.Version < waiting.Version ? known.After([.. waiting.History.Skip((int)known.Version)]) : known;
                if (after.Version > known.Version
                    && await TryCommitAsync(
                        known,
                        Decision.Accepted(after, [.. after.History.Skip((int)known.Version)]),
                        policy,
                        _clock.GetUtcNow(),
                        attempt,
                        false,
                        cancellationToken)
                        .ConfigureAwait(false) is null)
                {
                    continue;
                }

                _paging.ForgetDeclared(id);
                return;
            }

            var number = waiting.Number ?? await _store.NextNumberAsync(cancellationToken).ConfigureAwait(false);
            var decision = DecisionStamps.Numbered(Decision.Accepted(waiting, [.. waiting.History]), number);
            if (await TryCommitAsync(null, decision, policy, _clock.GetUtcNow(), attempt, waiting.Number is null, cancellationToken)
                .ConfigureAwait(false) is null)
            {
                continue;
            }

            _paging.ForgetDeclared(id);
            return;
        }
    }

    private static bool IsOfTheStore(Exception e, CancellationToken cancellationToken) =>
        e is not (IncidentConcurrencyException or IncidentNumberTakenException or IdempotencyKeyReusedException
            or IncidentNotFoundException or IncidentPolicyNotFoundException or ArgumentException)
        && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
