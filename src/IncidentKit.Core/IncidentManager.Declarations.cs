namespace IncidentKit;

/// <content>How an incident is declared, or its alert attached to the one that is open.</content>
public sealed partial class IncidentManager
{
    // Declarations with one key take turns, so that a storm of alerts makes one incident, while the store is down too.
    private async Task<Decision> DeclareInTurnAsync(
        DeclareIncident command, IncidentPolicy policy, bool policyIsNamed, CancellationToken cancellationToken)
    {
        string[] keys =
        [
            .. command.AlertKey is { Length: > 0 } alert ? [$"alert {alert}"] : (string[])[],
            .. command.IdempotencyKey is { } key ? [$"key {key}"] : (string[])[],
        ];
        using (await _declarations.EnterAllAsync(keys, cancellationToken).ConfigureAwait(false))
            return await DeclareOrKeepAsync(command, policy, policyIsNamed, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Decision> DeclareAsync(
        DeclareIncident command,
        IncidentPolicy policy,
        bool policyIsNamed,
        Action<Decision> decided,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await RecordOfAsync(null, command, cancellationToken).ConfigureAwait(false) is { } record)
            {
                var first = await LoadAsync(record.Incident, cancellationToken).ConfigureAwait(false);
                if (policyIsNamed && record.First == 1 && first.Policy != policy.Name)
                    throw new IdempotencyKeyReusedException(record.Key, record.Incident);
                return FirstAnswer(record, command, first);
            }

            if (command.AlertKey is { Length: > 0 } alert
                && await _store.FindOpenByAlertKeyAsync(alert, cancellationToken).ConfigureAwait(false) is { } open)
            {
                var attached = await AttachAsync(open, command, cancellationToken).ConfigureAwait(false);
                if (attached.IsAccepted || attempt >= _maxAttempts)
                    return attached;
            }

            if (command.RecurrenceOf is { } earlier && earlier != default)
                _ = await LoadAsync(earlier, cancellationToken).ConfigureAwait(false);
            var now = _clock.GetUtcNow();
            var decision = new IncidentLifecycle(policy).Declare(_ids.Create(now), command, now);
            if (decision.IsRefused)
                return decision;
            decided(decision);
            decision = decision.WithNumber(command.Number ?? await _store.NextNumberAsync(cancellationToken).ConfigureAwait(false));
            decided(decision);
            var declared = decision.Incident!;
            // Others may find the incident as soon as it is recorded: what they do to it comes after its declaration for observers too.
            using (await _incidents.EnterAsync(declared.Id, cancellationToken).ConfigureAwait(false))
            {
                if (!await TryCommitAsync(null, declared, [decision], policy, now, attempt, command.Number is null, cancellationToken)
                    .ConfigureAwait(false))
                {
                    continue;
                }
            }

            await LinkRecurrenceAsync(command, declared.Id, cancellationToken).ConfigureAwait(false);
            return decision;
        }
    }

    // The alert goes to the open incident, under the declaration's own key: a repeat of the declaration gets this answer.
    private async Task<Decision> AttachAsync(IncidentId open, DeclareIncident command, CancellationToken cancellationToken)
    {
        using (await _incidents.EnterAsync(open, cancellationToken).ConfigureAwait(false))
            return (await DecideAsync(open, incident => AttachOf(command, incident), cancellationToken).ConfigureAwait(false))[^1];
    }

    private static IEnumerable<(IncidentCommand Command, IncidentCommand Sent)> AttachOf(DeclareIncident command, Incident open)
    {
        if (command.Restricted && !open.IsRestricted)
        {
            var restrict = new Restrict { By = command.By, Reason = "an alert of it is restricted" };
            yield return (restrict, restrict);
        }

        var attach = new AttachAlert
        {
            By = command.By,
            When = command.Detected ?? command.When,
            Key = command.AlertKey!,
            Text = command.Title,
            IdempotencyKey = command.IdempotencyKey,
        };
        yield return (attach, command);
    }

    // The declaration stands, whatever becomes of the link.
    private async Task LinkRecurrenceAsync(DeclareIncident command, IncidentId declared, CancellationToken cancellationToken)
    {
        if (command.RecurrenceOf is not { } earlier)
            return;
        try
        {
            await ExecuteAsync(earlier, new Link { By = command.By, To = declared, Kind = LinkKind.Recurrence }, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _logger.LinkFailed(e, declared, earlier);
        }
    }
}
