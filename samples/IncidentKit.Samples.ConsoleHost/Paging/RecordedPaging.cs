using System.Security.Cryptography;
using System.Text;
using IncidentKit.Rotation;
using IncidentKit.Samples.ConsoleHost.Recorded;

namespace IncidentKit.Samples.ConsoleHost.Paging;

/// <summary>
/// Who would have been paged for a recorded incident: its facts pass the lifecycle as if each had been told when it happened, and
/// the plan runs between them.
/// </summary>
internal sealed class RecordedPaging
{
    private static readonly SystemActor Alert = new("alert");
    private static readonly Responder Somebody = new("somebody");

    private readonly RecordedIncident _recorded;
    private readonly IncidentPolicy _policy;
    private readonly DateTimeOffset _start;
    private readonly IncidentLifecycle _lifecycle;
    private readonly PagingPeople _people;

    private RecordedPaging(RecordedIncident recorded, OnCallSchedule? schedule, IncidentPolicy policy, DateTimeOffset start)
    {
        (_recorded, _policy, _start, _lifecycle) = (recorded, policy, start, new IncidentLifecycle(policy));
        _people = new PagingPeople((word, at) => word == EscalationTarget.OnCallWord && schedule is not null ? schedule.OnCallAt(at) : []);
    }

    /// <summary>The plan from T0, or from <paramref name="at"/> where that is given; without a schedule nobody is on call.</summary>
    /// <exception cref="DocumentException">It is not known when paging would have begun, or a text of the incident is refused.</exception>
    public static IReadOnlyList<PlannedPaging> Plan(
        RecordedIncident recorded, OnCallSchedule? schedule, IncidentPolicy policy, DateTimeOffset? at)
    {
        if ((at ?? recorded.Detected.At) is not { } start)
        {
            throw new DocumentException(
                recorded.File,
                [new DocumentFault(
                    "$.detected",
                    "the time of detection is unknown, and paging begins with it: name it in the file, or give an instant with --at")]);
        }

        return new RecordedPaging(recorded, schedule, policy, start).Run();
    }

    private List<PlannedPaging> Run()
    {
        var incident = Declare();
        List<PlannedPaging> rows = [];
        var now = _start;
        foreach (var told in Facts().GroupBy(fact => fact.At > _start ? fact.At : _start).OrderBy(group => group.Key))
        {
            incident = Advance(incident, now, told.Key, rows);
            now = told.Key;
            // What the lifecycle refuses, such as what is told after the end, changes nothing here.
            foreach (var (_, command) in told)
                incident = _lifecycle.Decide(incident, command, now).Incident!;
        }

        Advance(incident, now, DateTimeOffset.MaxValue, rows);
        return rows;
    }

    private Incident Declare()
    {
        var id = new IncidentId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(_recorded.Id)).AsSpan(0, 16)));
        var level = Math.Min(_recorded.Level ?? _policy.ProvisionalLevel, _policy.Levels.Count);
        var decision = _lifecycle.Declare(
            id,
            new DeclareIncident { By = Alert, Title = _recorded.Title, Service = _recorded.Service, Level = level },
            _start);
        return decision.Incident ?? throw new DocumentException(
            _recorded.File,
            [.. decision.Violations.Select(v => new DocumentFault($"$.{char.ToLowerInvariant(v.Field![0])}{v.Field[1..]}", v.Message))]);
    }

    // Until the next fact nothing more is recorded: there the plan says what comes, and it is told to the incident.
    private Incident Advance(Incident incident, DateTimeOffset from, DateTimeOffset until, List<PlannedPaging> rows)
    {
        rows.AddRange(PagingPlan.Of(incident, _policy, from, _people).TakeWhile(row => row.At < until));
        return PagingPlan.PlayUntil(incident, _policy, from, until, _people);
    }

    private IEnumerable<(DateTimeOffset At, IncidentCommand Command)> Facts()
    {
        var acknowledged = new[] { _recorded.Acknowledged.At, _recorded.Declared.At }
            .OfType<DateTimeOffset>()
            .OrderBy(at => at)
            .Select(at => (DateTimeOffset?)at)
            .FirstOrDefault();
        List<(DateTimeOffset? At, IncidentCommand Command)> facts =
        [
            (acknowledged, new Acknowledge { By = Somebody }),
            (_recorded.ChannelOpened.At, new OpenChannel { By = Somebody }),
            (_recorded.CauseFound.At, new IdentifyCause { By = Somebody, Cause = "(recorded)" }),
            .. (_recorded.Roles ?? []).Select((role, i) => (role.At, (IncidentCommand)new AssignRole
            {
                By = Somebody,
                Role = role.Role,
                To = new Responder(string.IsNullOrWhiteSpace(role.Person) ? $"somebody {i + 1}" : role.Person),
            })),
            .. (_recorded.Updates ?? []).Select(update => (update.At, (IncidentCommand)new PostUpdate
            {
                By = Somebody,
                Audience = update.Public ? UpdateAudience.Public : UpdateAudience.Internal,
                Text = "(recorded)",
            })),
            (_recorded.Mitigated.At, new DeclareMitigated { By = Somebody }),
            (_recorded.Escalated.At, new EscalateUnmitigated { By = Somebody }),
            .. _recorded.Recurrences.Select(
                recurrence => ((DateTimeOffset?)recurrence.At, (IncidentCommand)new ReportRecurrence { By = Alert })),
            .. _recorded.Recurrences.Select(
                recurrence => (recurrence.Mitigated.At, (IncidentCommand)new DeclareMitigated { By = Somebody })),
            (_recorded.Resolved.At, new ResolveIncident { By = Somebody }),
            .. _recorded.Timeline.Select(row => (row.At, (IncidentCommand)new AddNote { By = Somebody, Text = "(recorded)" })),
        ];
        return facts.Where(fact => fact.At is not null).Select(fact => (fact.At!.Value, fact.Command));
    }
}
