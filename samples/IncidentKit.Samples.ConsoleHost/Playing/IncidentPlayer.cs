using IncidentKit.Templates;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>Plays an incident step by step, through the services that any host would use.</summary>
internal sealed class IncidentPlayer(
    IncidentManager incidents,
    IOnCallDirectory onCall,
    Notifications notifications,
    SimulatedClock clock,
    PlayScene scene)
{
    private PlayedIncident _played = null!;
    private IncidentId _id;

    /// <summary>Plays all steps.</summary>
    /// <param name="played">The incident.</param>
    /// <param name="wait">Lets time pass until an instant, and moves the clock there.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="DocumentException">A step cannot be carried out.</exception>
    public async Task PlayAsync(PlayedIncident played, Func<DateTimeOffset, Task> wait, CancellationToken cancellationToken)
    {
        _played = played;
        var declared = await incidents.DeclareAsync(played.Declaration, cancellationToken);
        if (declared.IsRefused)
            throw Unsound("$.declare", declared);
        _id = declared.Incident!.Id;
        await incidents.DrainObserversAsync(cancellationToken);
        foreach (var step in played.Steps)
        {
            await wait(clock.GetUtcNow() + step.After);
            await incidents.DrainObserversAsync(cancellationToken);
            if (step.Command is { } command)
                await GiveAsync(await CastAsync(command, cancellationToken), step.Place, cancellationToken);
            else if (step.ProposeRoles)
                await ProposeRolesAsync(step.Place, cancellationToken);
            else if (step.Message is { } message)
                await PostAsync(message, step.Place, cancellationToken);
        }
    }

    // A refused gate is part of the play; a command that is malformed is a fault of the file.
    private async Task GiveAsync(IncidentCommand command, string place, CancellationToken cancellationToken)
    {
        var decision = await incidents.ExecuteAsync(_id, command, cancellationToken);
        // The scene observes the incident, and the next step reads it.
        await incidents.DrainObserversAsync(cancellationToken);
        if (decision.IsAccepted)
            return;
        if (!command.IsGate || decision.Violations.Any(violation => violation.Field is not null))
            throw Unsound(place, decision);
        scene.Refusals.Add((clock.GetUtcNow(), command.GetType().Name, decision.Violations));
    }

    private async Task<IncidentCommand> CastAsync(IncidentCommand command, CancellationToken cancellationToken)
    {
        if (command.By is not Responder { Id: PlayedIncident.OnCall })
            return command;
        var people = await onCall.OnCallAsync(_played.Declaration.Service, clock.GetUtcNow(), cancellationToken);
        if (people.Count == 0)
        {
            throw new DocumentException(
                _played.File,
                [new DocumentFault(
                    "$.schedule",
                    $"nobody is on call for {_played.Declaration.Service} at {Iso8601.Format(clock.GetUtcNow())}")]);
        }

        scene.OnCall ??= (clock.GetUtcNow(), string.Join(", ", people.Select(person => person.Name)));
        return command with { By = people[0] };
    }

    private async Task ProposeRolesAsync(string place, CancellationToken cancellationToken)
    {
        var people = await onCall.OnCallAsync(_played.Declaration.Service, clock.GetUtcNow(), cancellationToken);
        var candidates = new RoleCandidates { OnCall = people, Leads = _played.Leads, Holders = scene.Incident!.Roles };
        foreach (var proposal in RoleProposal.For(candidates))
        {
            await GiveAsync(
                new AssignRole { By = people.Count > 0 ? people[0] : proposal.Person, Role = proposal.Role, To = proposal.Person },
                place,
                cancellationToken);
        }
    }

    private async Task PostAsync(PlayedMessage message, string place, CancellationToken cancellationToken)
    {
        var incident = scene.Incident!;
        try
        {
            var written = PlayedMessageWriter.Write(notifications, incident, message);
            scene.Messages.Add(written);
            var by = incident.Roles.CommunicationsLead ?? (Actor)new SystemActor("incident bot");
            await GiveAsync(
                new PostUpdate
                {
                    By = by,
                    Audience = UpdateAudience.Public,
                    Text = written.Render(NotificationFormat.Text),
                    NextUpdateAt = written.NextUpdateAt,
                    Status = written.Status,
                },
                place,
                cancellationToken);
        }
        catch (IncompleteNotificationException e)
        {
            throw new DocumentException(_played.File, [.. e.Faults.Select(fault => new DocumentFault($"{place}.message", fault.Message))]);
        }
    }

    private DocumentException Unsound(string place, Decision refused) =>
        new(_played.File, [.. refused.Violations.Select(violation => new DocumentFault(place, violation.ToString()))]);
}
