using IncidentKit;
using IncidentKit.Templates;

/// <summary>Runs the commands of one team against its current incident. A name after the verb says who speaks; it stays.</summary>
internal sealed class IncidentLine(IncidentManager incidents, IncidentPolicies policies, IOnCallDirectory onCall,
    Notifications notifications, PostMortems postMortems, TimeProvider clock, Team team)
{
    private Incident? _current;
    private Responder? _speaker;
    private Notification? _draft;

    public async Task RunAsync(string text)
    {
        var (verb, rest) = Cut(text);
        if (team.People.FirstOrDefault(p => p.Id == Cut(rest).Word) is { } named)
            (_speaker, rest) = (named, Cut(rest).Tail);
        var (first, tail) = Cut(rest);
        var people = await onCall.OnCallAsync("Checkout", clock.GetUtcNow(), CancellationToken.None);
        var by = _speaker ?? people[0];

        if (verb == "who")
            Console.WriteLine($"On call for Checkout: {string.Join(", ", people.Select(p => p.Name))}");
        else if (verb == "declare")
            Report(await incidents.DeclareAsync(new DeclareIncident { By = by, Service = first, Title = tail }));
        else if (_current is not { } incident)
            Console.WriteLine("There is no incident. First: declare SERVICE TITLE");
        else if (CommandOf(verb, rest, by, incident) is { } command)
            Report(await incidents.ExecuteAsync(incident.Id, command));
        else if (verb == "status")
            PrintStatus(incident);
        else if (verb == "postmortem")
            Console.WriteLine(postMortems.Render(postMortems.Draft(incident, instant: clock.GetUtcNow()), PostMortemFormat.Markdown));
        else if (verb == "draft" && incident.Phase == IncidentPhase.Recovery)
            Draft(notifications.Resolution(incident).WhatHappened(rest));
        else if (verb == "draft" && incident.PublicStatus is not null)
            Draft(notifications.Progress(incident).Doing(rest));
        else if (verb == "draft")
            Draft(notifications.Initial(incident));
        else
            Console.WriteLine($"I do not understand '{text}'.");
    }

    private IncidentCommand? CommandOf(string verb, string rest, Responder by, Incident incident)
    {
        var (first, tail) = Cut(rest);
        return verb switch
        {
            "ack" => new Acknowledge { By = by },
            "level" when int.TryParse(first, out var level) => level > incident.Level
                ? new LowerSeverity { By = by, Level = level, Reason = tail }
                : new Classify { By = by, Level = level },
            "channel" => new OpenChannel { By = by },
            "command" => new TakeCommand { By = by, Reason = rest },
            "lead" => new AssignRole { By = by, To = by, Role = IncidentRole.TechnicalLead },
            "comms" => new AssignRole { By = by, To = by, Role = IncidentRole.CommunicationsLead },
            "begin" => new BeginMitigation
            {
                By = by,
                Kind = Enum.TryParse<MitigationKind>(first, true, out var kind) ? kind : default,
                Description = rest,
            },
            "mitigated" => new DeclareMitigated { By = by, Statement = rest },
            "resolve" => new ResolveIncident { By = by, Statement = rest },
            "again" => new ReportRecurrence { By = by, Statement = rest },
            "feature" => new DescribeImpact { By = by, CustomersAffected = true, Feature = rest },
            "symptom" => new DescribeImpact { By = by, CustomersAffected = true, Symptom = rest },
            "cause" => new IdentifyCause { By = by, Cause = rest },
            "post" => new PostUpdate { By = by, Audience = UpdateAudience.Internal, Text = rest },
            "send" when _draft is { } message => new PostUpdate
            {
                By = by, Audience = UpdateAudience.Public, Text = message.Render(NotificationFormat.Text),
                Status = message.Status, NextUpdateAt = message.NextUpdateAt,
            },
            "todo" => new AddActionItem { By = by, Action = rest, Owner = by.Id },
            "amend" when int.TryParse(first, out var number) => new AmendActionItem
            {
                By = by,
                Number = number,
                Priority = tail,
                Due = DateOnly.FromDateTime(clock.GetUtcNow().AddDays(14).DateTime),
            },
            "fix" => new FixPostMortem { By = by, ScheduledFor = clock.GetUtcNow().AddDays(1) },
            "held" => new HoldPostMortem { By = by },
            "publish" => new PublishPostMortem { By = by },
            "close" => new CloseIncident { By = by },
            _ => null,
        };
    }

    private void Report(Decision decision)
    {
        foreach (var violation in decision.Violations)
            Console.WriteLine($"REFUSED ({violation.Rule}) {violation.Message}\n  First: {violation.Remedy}");
        if (decision.IsAccepted)
        {
            Console.WriteLine(
                $"accepted: {string.Join(", ", decision.Events.Where(e => e is not DeviationRecorded).Select(e => e.GetType().Name))}");
        }

        _current = decision.Incident ?? _current;
        if (_current is null)
            return;
        foreach (var deviation in decision.Deviations)
        {
            Console.WriteLine($"DEVIATES ({deviation.Rule}) {deviation.Message}\n  "
                + $"Better: {policies.Of(_current).Rules.First(r => r.Id == deviation.Rule).Remedy}");
        }

        if (incidents.ObligationsOf(_current).FirstOrDefault(o => o.Status == ObligationStatus.Pending) is { } next)
            Console.WriteLine($"next due: {InWords(next)}, by {next.DueAt:ddd HH:mm} UTC");
    }

    private void PrintStatus(Incident incident)
    {
        Console.WriteLine(
            $"#{incident.Number} {incident.Service}: {incident.Title}. {incident.Phase}, {incident.LevelName ?? "no level yet"}, "
            + $"commander: {incident.Roles.Commander?.Name ?? "nobody"}");
        foreach (var obligation in incidents.ObligationsOf(incident).Where(o => o.Status != ObligationStatus.NotRequired))
            Console.WriteLine($"  {obligation.Status,-8} {InWords(obligation)}, due {obligation.DueAt:ddd HH:mm}");
    }

    private void Draft<T>(NotificationBuilder<T> builder) where T : NotificationBuilder<T>
    {
        foreach (var fault in builder.Check())
            Console.WriteLine($"Not complete: {fault.Message}");
        if (builder.Check().Count > 0)
            return;
        _draft = builder.Build();
        Console.WriteLine($"{_draft.Subject}\n\n{_draft.Render(NotificationFormat.Text)}('send' posts it)");
    }

    private string InWords(Obligation obligation) =>
        $"{obligation.Name} ({policies.Of(_current!).Obligations.First(d => d.Name == obligation.Name).FulfilledBy})";
    private static (string Word, string Tail) Cut(string text) =>
        text.Split(' ', 2, StringSplitOptions.TrimEntries) is [var word, var tail] ? (word, tail) : (text, "");
}
