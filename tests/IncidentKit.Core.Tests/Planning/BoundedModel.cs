using System.Globalization;

namespace IncidentKit.Tests.Planning;

/// <summary>The slow and obvious oracle: every command by each of three people, and every wait that matters, by breadth.</summary>
internal static class BoundedModel
{
    private static readonly Responder[] People = [Story.Alice, Story.Bob, Story.Carol];

    /// <summary>
    /// How many moves the shortest sequence has after which the command is accepted; null where none of up to
    /// <paramref name="depth"/> moves has been found.
    /// </summary>
    /// <remarks>Honest are acts alone: nothing is waived, given up early, or told of the world.</remarks>
    public static int? Shortest(
        IncidentLifecycle lifecycle,
        Incident incident,
        IncidentCommand command,
        DateTimeOffset now,
        int depth,
        bool honest)
    {
        var seen = new HashSet<string> { KeyOf(incident, now) };
        List<(Incident Incident, DateTimeOffset Now)> states = [(incident, now)];
        for (var length = 1; length <= depth; length++)
        {
            List<(Incident, DateTimeOffset)> next = [];
            foreach (var (before, at) in states)
            {
                foreach (var (after, then) in After(lifecycle, before, at, honest))
                {
                    if (!seen.Add(KeyOf(after, then)))
                        continue;
                    if (lifecycle.Can(after, command, then))
                        return length;
                    next.Add((after, then));
                }
            }

            states = next;
        }

        return null;
    }

    private static IEnumerable<(Incident, DateTimeOffset)> After(
        IncidentLifecycle lifecycle, Incident incident, DateTimeOffset now, bool honest)
    {
        foreach (var wait in Waits(lifecycle, incident).Where(wait => wait > now))
            yield return (incident, wait);
        foreach (var by in People)
        {
            foreach (var command in Acts(incident, by, lifecycle.Policy).Concat(honest ? [] : Others(incident, by, lifecycle.Policy)))
            {
                if (lifecycle.Decide(incident, command, now) is { IsAccepted: true, Incident: { } after })
                    yield return (after, now);
            }
        }
    }

    private static IEnumerable<DateTimeOffset> Waits(IncidentLifecycle lifecycle, Incident incident)
    {
        if (incident.Times.Resolved?.Instant is { } resolved && lifecycle.Policy.LevelOf(incident).WatchFor is { } watch)
            yield return resolved + watch;
        foreach (var update in incident.History.OfType<UpdatePosted>())
        {
            if (update.When.Instant is { } at)
                yield return at;
        }
    }

    private static IEnumerable<IncidentCommand> Acts(Incident incident, Responder by, IncidentPolicy policy)
    {
        yield return new Acknowledge { By = by };
        yield return new Join { By = by };
        if (incident.Level is null)
            yield return new Classify { By = by, Level = policy.ProvisionalLevel };
        yield return new OpenChannel { By = by };
        yield return new TakeCommand { By = by, Reason = "a" };
        foreach (var role in Enum.GetValues<IncidentRole>())
        {
            yield return new GiveUpRole { By = by, Role = role };
            foreach (var to in People)
                yield return new AssignRole { By = by, Role = role, To = to };
        }

        yield return new BeginMitigation { By = by, DecidedBy = incident.Roles.Commander };
        foreach (var attempt in incident.Attempts.Where(a => a.Outcome is null))
            yield return new RecordMitigation { By = by, Attempt = attempt.Number, Outcome = MitigationOutcome.NoEffect };
        yield return new DeclareMitigated { By = by };
        yield return new IdentifyCause { By = by, Cause = "a" };
        yield return new PostUpdate { By = by, Audience = UpdateAudience.Internal, Text = "a" };
        yield return new PostUpdate { By = by, Audience = UpdateAudience.Public, Text = "a", Status = PublicStatus.Resolved };
        yield return new ResolveIncident { By = by };
        yield return new PublishPostMortem { By = by };
        foreach (var item in incident.ActionItems.Where(i => !i.IsComplete))
        {
            yield return new AmendActionItem
            {
                By = by,
                Number = item.Number,
                Owner = "a",
                Due = new DateOnly(2025, 12, 1),
                Priority = "a",
            };
        }

        foreach (var alert in incident.TemporaryAlerts.Where(a => !a.IsTakenDown))
            yield return new TakeDownTemporaryAlert { By = by, Number = alert.Number };
        yield return new CloseIncident { By = by };
        yield return new ReopenIncident { By = by, Because = ReopenReason.RecordIncomplete, Reason = "a" };
    }

    private static IEnumerable<IncidentCommand> Others(Incident incident, Responder by, IncidentPolicy policy)
    {
        for (var level = 1; level <= policy.Levels.Count; level++)
        {
            yield return new Classify { By = by, Level = level };
            yield return new LowerSeverity { By = by, Level = level, Reason = "a" };
        }

        yield return new EscalateUnmitigated { By = by };
        yield return new ReportRecovered { By = by };
        yield return new ReportRecurrence { By = by };
        yield return new EndWatch { By = by, Reason = "a" };
        yield return new CancelIncident { By = by, Because = CancellationReason.FalseAlarm, Reason = "a" };
        yield return new ReopenIncident { By = by, Because = ReopenReason.CameBack, Reason = "a" };
        foreach (var rule in policy.Rules.Where(r => r.IsWaivable))
            yield return new WaiveDemand { By = by, Rule = rule.Id, Reason = "a" };
    }

    private static string KeyOf(Incident i, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{i.Phase} {i.Level} {i.Roles.Commander?.Id} {i.Roles.GivenTechnicalLead?.Id} {i.Roles.GivenCommunicationsLead?.Id} "
            + $"{i.IsAcknowledged} {string.Join(',', i.Responders.Select(r => r.Id).Order(StringComparer.Ordinal))} {i.Channel is null} "
            + $"{i.MitigatedBy is null} {i.IsResolved} {i.IsWatchEnded} {i.IsPostMortemPublished} {i.PublicStatus} {i.Cause is null} "
            + $"{string.Join(',', i.ActionItems.Where(a => !a.IsComplete).Select(a => a.Number))} "
            + $"{string.Join(',', i.TemporaryAlerts.Where(a => !a.IsTakenDown).Select(a => a.Number))} "
            + $"{i.Attempts.Count(a => a.Outcome is null)} {string.Join(',', i.WaivedDemands.Order(StringComparer.Ordinal))} "
            + $"{i.Recurrences > 0} {now.UtcTicks}");
}
