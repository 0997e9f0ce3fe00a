namespace IncidentKit;

/// <content>How an incident is declared, or its alert attached to the one that is open.</content>
public sealed partial class IncidentManager
{
    private async Task<Decision> DeclareAsync(
        DeclareIncident command,
        IncidentPolicy policy,
        bool policyIsNamed,
        Action<Decision> decided,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (command.IdempotencyKey is { } key
                && await _store.FindByIdempotencyKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } known)
            {
                var first = await LoadAsync(known, cancellationToken).ConfigureAwait(false);
                if (first.History.First(e => e.Stamp?.Key == key) is AlertAttached)
                    return await ExecuteAsync(known, AttachOf(command), cancellationToken).ConfigureAwait(false);
                if (policyIsNamed && first.Policy != policy.Name)
                    throw new IdempotencyKeyReusedException(key, known);
                if (RepeatedCommand.AnswerTo(command, first, _policies.Of(first)) is { } repeated)
                    return repeated;
            }

            if (!string.IsNullOrEmpty(command.AlertKey)
                && await _store.FindOpenByAlertKeyAsync(command.AlertKey, cancellationToken).ConfigureAwait(false) is { } having)
            {
                if (command.Restricted && !(await LoadAsync(having, cancellationToken).ConfigureAwait(false)).IsRestricted)
                {
                    await ExecuteAsync(having, new Restrict { By = command.By, Reason = "an alert of it is restricted" }, cancellationToken)
                        .ConfigureAwait(false);
                }

                var attached = await ExecuteAsync(having, AttachOf(command), cancellationToken).ConfigureAwait(false);
                if (attached.IsAccepted || attempt == MaxTries)
                    return attached;
            }

            if (command.RecurrenceOf is { } earlier && earlier != default)
                _ = await LoadAsync(earlier, cancellationToken).ConfigureAwait(false);
            var now = _clock.GetUtcNow();
            var decision = new IncidentLifecycle(policy).Declare(_ids.Create(now), command, now);
            if (decision.IsRefused)
                return decision;
            decided(decision);
            decision = DecisionStamps.Numbered(
                decision,
                command.Number ?? await _store.NextNumberAsync(cancellationToken).ConfigureAwait(false));
            decided(decision);
            // Others may find the incident as soon as it is recorded: what they do to it comes after its declaration for observers too.
            Task? told;
            using (await _gates.EnterAsync(decision.Incident!.Id, cancellationToken).ConfigureAwait(false))
            {
                told = await TryCommitAsync(null, decision, policy, now, attempt, command.Number is null, cancellationToken)
                    .ConfigureAwait(false);
            }

            if (told is null)
                continue;
            await _observers.WaitAsync(decision.Incident.Id, told, cancellationToken).ConfigureAwait(false);
            await LinkRecurrenceAsync(command, decision.Incident!.Id, cancellationToken).ConfigureAwait(false);
            return decision;
        }
    }

    private static AttachAlert AttachOf(DeclareIncident command) =>
        new()
        {
            By = command.By,
            When = command.Detected ?? command.When,
            Key = command.AlertKey!,
            Text = command.Title,
            IdempotencyKey = command.IdempotencyKey,
        };

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
