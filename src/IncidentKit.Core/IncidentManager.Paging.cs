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
        var decisions = await ExecuteAllAsync(id, facts, cancellationToken).ConfigureAwait(false);
        foreach (var (fact, decision) in facts.Zip(decisions).Where(pair => pair.Second.IsRefused))
            refused?.Invoke(fact, decision);
        return decisions[^1].Incident!;
    }

    /// <summary>Records an incident that was declared while the store was down. Waits for no observer either.</summary>
    /// <remarks>
    /// If another host has declared one with its key meanwhile, that one takes over, and this one is recorded as its duplicate.
    /// </remarks>
    internal async Task RecordWaitingAsync(IncidentId id, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (_paging?.Declared(id) is not { } waiting)
                return;
            var survivor = await SurvivorOfAsync(waiting, cancellationToken).ConfigureAwait(false);
            IncidentId[] both = survivor is { } other ? [id, other] : [id];
            using (await _incidents.EnterAllAsync(both, cancellationToken).ConfigureAwait(false))
            {
                if (await TryRecordWaitingAsync(id, survivor, attempt, cancellationToken).ConfigureAwait(false))
                    return;
            }
        }
    }

    /// <summary>The incident after facts about pages that could not be recorded yet.</summary>
    internal Incident With(Incident incident, IReadOnlyList<RecordPaging> facts)
    {
        var lifecycle = new IncidentLifecycle(_policies.Of(incident));
        return facts.Aggregate(incident, (view, fact) => lifecycle.Decide(view, fact, _clock.GetUtcNow()).Incident!);
    }

    private async Task<Decision> DeclareOrKeepAsync(
        DeclareIncident command, IncidentPolicy policy, bool policyIsNamed, CancellationToken cancellationToken)
    {
        if (_paging is not { IsWatched: true } queue)
            return await DeclareAsync(command, policy, policyIsNamed, static _ => { }, cancellationToken).ConfigureAwait(false);
        Decision? made = null;
        try
        {
            // What was kept under one of its keys is stored first, and found there then.
            if (Kept(queue, command) is { } waiting)
                await RecordWaitingAsync(waiting.Id, cancellationToken).ConfigureAwait(false);
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

    private static Incident? Kept(PagingBacklog queue, DeclareIncident command) =>
        command.IdempotencyKey is { } key && queue.Declared(waiting => waiting.History.Any(e => e.Stamp?.Key == key)) is { } repeated
            ? repeated
            : command.AlertKey is { Length: > 0 } alert
            ? queue.Declared(waiting => waiting.IsOpen && waiting.Alerts.Any(a => a.Key == alert))
            : null;

    // A storm of alerts is one incident while the store is down too, and a repeat is known by its key.
    private async Task<Decision?> KeepAsync(PagingBacklog queue, DeclareIncident command, IncidentPolicy policy, Decision? made)
    {
        if (Kept(queue, command) is { } kept)
            return await AttachAsync(kept.Id, command, CancellationToken.None).ConfigureAwait(false);
        var now = _clock.GetUtcNow();
        made ??= new IncidentLifecycle(policy).Declare(_ids.Create(now), command, now);
        if (made.IsRefused)
            return made;
        if (!queue.TryKeep(made))
            return null;
        var declared = made.Incident!;
        Changed?.Invoke(declared, DueWork.Of(declared, policy, now).NextAt(_includePages));
        return made;
    }

    // Within the turn of the incident.
    private List<Decision>? DecideOnWaiting(
        IncidentId id, Func<Incident, IEnumerable<(IncidentCommand Command, IncidentCommand Sent)>> commands)
    {
        if (_paging?.DecisionsOf(id) is not { } waiting)
            return null;
        var before = waiting[^1].Incident!;
        var (after, policy, now) = (before, _policies.Of(before), _clock.GetUtcNow());
        List<Decision> answers = [];
        foreach (var (command, sent) in commands(before))
        {
            if (sent.IdempotencyKey is { } key && waiting.FirstOrDefault(earlier => earlier.Stamp?.Key == key) is { } first)
            {
                answers.Add(first.Stamp == CommandDigest.StampOf(sent) ? first : throw new IdempotencyKeyReusedException(key, id));
                continue;
            }

            var decision = new IncidentLifecycle(policy).DecideSent(after, command, sent, now);
            answers.Add(decision);
            if (decision.IsAccepted && _paging.TryKeep(decision))
                after = decision.Incident!;
        }

        if (after.Version > before.Version)
            Changed?.Invoke(after, DueWork.Of(after, policy, now).NextAt(_includePages));
        return answers;
    }

    // The open incident of another host that has one of the keys; null if there is none.
    private async Task<IncidentId?> SurvivorOfAsync(Incident waiting, CancellationToken cancellationToken)
    {
        if (waiting.History[0].Stamp is { Key: var key }
            && await _store.FindByIdempotencyKeyAsync(null, key, cancellationToken).ConfigureAwait(false) is { Incident: var declared }
            && declared != waiting.Id
            && await FindAsync(declared, cancellationToken).ConfigureAwait(false) is { IsOpen: true })
        {
            return declared;
        }

        foreach (var alert in waiting.IsOpen ? waiting.Alerts : [])
        {
            if (await _store.FindOpenByAlertKeyAsync(alert.Key, cancellationToken).ConfigureAwait(false) is { } open && open != waiting.Id)
                return open;
        }

        return null;
    }

    // Within the turns of both. False if a race was lost.
    private async Task<bool> TryRecordWaitingAsync(
        IncidentId id, IncidentId? survivor, int attempt, CancellationToken cancellationToken)
    {
        if (_paging?.DecisionsOf(id) is not { } waiting)
            return true;
        var incident = waiting[^1].Incident!;
        var (policy, now) = (_policies.Of(incident), _clock.GetUtcNow());
        // A declaration may have been recorded though the store failed to say so; what was told of it since follows.
        var before = await _store.ReadAsync(id, cancellationToken).ConfigureAwait(false) is { } events ? Incident.Replay(events) : null;
        var stored = before?.Version ?? 0;
        List<Decision> rest = [.. waiting.SkipWhile(decision => decision.Incident!.Version <= stored)];
        if (rest.Count > 0)
        {
            var isMerged = before is null
                && survivor is { } of
                && await HandOverWaitingAsync(incident, of, rest, now, cancellationToken).ConfigureAwait(false);
            incident = rest[^1].Incident!;
            if (before is null)
                await ForgetTakenKeysAsync(rest, cancellationToken).ConfigureAwait(false);
            var number = incident.Number ?? before?.Number ?? await _store.NextNumberAsync(cancellationToken).ConfigureAwait(false);
            var after = before is not null
                ? before.After([.. incident.History.Skip((int)stored)])
                : Incident.Replay([(IncidentDeclared)incident.History[0] with { Number = number }, .. incident.History.Skip(1)]);
            if (!await TryCommitAsync(before, after, rest, policy, now, attempt, incident.Number is null, cancellationToken, !isMerged)
                .ConfigureAwait(false))
            {
                return false;
            }
        }

        _paging.ForgetDeclared(id);
        return true;
    }

    // Another host was faster: its incident takes over what was reported and done here, and this one becomes its duplicate.
    private async Task<bool> HandOverWaitingAsync(
        Incident incident, IncidentId of, List<Decision> decisions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var mark = new MarkDuplicate { By = PagingFacts.Self, Of = of, ThreadGoesOver = true };
        var marked = new IncidentLifecycle(_policies.Of(incident)).Decide(incident, mark, now);
        if (marked.IsRefused)
            return false;
        await DecideAsync(
            of,
            cover => DuplicateMerge.Pages(incident)
                .Concat(DuplicateMerge.Commands(incident, cover, PagingFacts.Self))
                .Select(command => (command, command)),
            cancellationToken).ConfigureAwait(false);
        decisions.Add(marked);
        return true;
    }

    private async Task ForgetTakenKeysAsync(List<Decision> decisions, CancellationToken cancellationToken)
    {
        for (var i = 0; i < decisions.Count; i++)
        {
            if (decisions[i].Stamp is { Key: var key }
                && await _store.FindByIdempotencyKeyAsync(null, key, cancellationToken).ConfigureAwait(false) is not null)
            {
                decisions[i] = Decision.Accepted(decisions[i].Incident!, decisions[i].Events);
            }
        }
    }

    private static bool IsOfTheStore(Exception e, CancellationToken cancellationToken) =>
        e is not (IncidentConcurrencyException or IncidentNumberTakenException or IdempotencyKeyReusedException
            or IncidentNotFoundException or IncidentPolicyNotFoundException or ArgumentException)
        && !(e is OperationCanceledException && cancellationToken.IsCancellationRequested);
}
