using System.Globalization;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Testing.Tests.Policies;

/// <summary>
/// The slow and obvious oracle of a policy: plays every order of a few moves until nothing new comes, and sees what was possible.
/// </summary>
internal sealed class PlayedPolicy
{
    private static readonly Responder[] People = [Alice, Bob, Carol];

    private readonly IncidentLifecycle _lifecycle;
    private readonly List<(Incident Incident, DateTimeOffset Now)> _states = [];

    public PlayedPolicy(IncidentPolicy policy, SeverityLevel level)
    {
        _lifecycle = new IncidentLifecycle(policy);
        if (_lifecycle.Declare(
            Id,
            new DeclareIncident { By = Alice, Title = "a", Service = "b", Level = level.Rank },
            Start).Incident is not { } start)
        {
            return;
        }

        var seen = new HashSet<string>();
        var open = new Stack<(Incident Incident, DateTimeOffset Now)>([(start, Start)]);
        while (open.TryPop(out var state))
        {
            if (!seen.Add(KeyOf(state.Incident, state.Now)))
                continue;
            _states.Add(state);
            foreach (var next in After(state.Incident, state.Now))
                open.Push(next);
        }
    }

    /// <summary>The number of states that were seen.</summary>
    public int States => _states.Count;

    /// <summary>Whether an incident was ever in the phase; it is cancelled wherever that is accepted.</summary>
    public bool Reaches(IncidentPhase phase, IReadOnlyList<IncidentCommand> ways) =>
        phase == IncidentPhase.Cancelled ? ways.Any(Accepts) : _states.Any(s => s.Incident.Phase == phase);

    /// <summary>Whether a command was ever accepted.</summary>
    public bool Accepts(IncidentCommand command) => _states.Any(s => _lifecycle.Can(s.Incident, command, s.Now));

    /// <summary>Whether a command was ever accepted in a phase.</summary>
    public bool AcceptsIn(IncidentPhase phase, IncidentCommand command) =>
        _states.Any(s => s.Incident.Phase == phase && _lifecycle.Can(s.Incident, command, s.Now));

    private IEnumerable<(Incident, DateTimeOffset)> After(Incident incident, DateTimeOffset now)
    {
        if (incident.Times.Resolved?.Instant is { } resolved
            && _lifecycle.Policy.LevelOf(incident).WatchFor is { } watch
            && resolved + watch > now
            && incident.Phase == IncidentPhase.Recovery)
        {
            yield return (incident, resolved + watch);
        }

        if (Staffed(incident, now) is { } staffed)
            yield return (staffed, now);
        foreach (var move in Moves(incident))
        {
            if (People.Select(by => _lifecycle.Decide(incident, move(by), now))
                .FirstOrDefault(d => d.IsAccepted) is { Incident: { } after })
            {
                yield return (after, now);
            }
        }
    }

    // The three roles are filled in one move: who holds them in between decides nothing here.
    private Incident? Staffed(Incident incident, DateTimeOffset now)
    {
        if (incident.Roles.AreThreePeople)
            return null;
        foreach (var (role, to) in new[]
        {
            (IncidentRole.IncidentCommander, Alice),
            (IncidentRole.TechnicalLead, Bob),
            (IncidentRole.CommunicationsLead, Carol),
        })
        {
            if (_lifecycle.Decide(
                incident,
                new AssignRole { By = Alice, Role = role, To = to },
                now) is not { IsAccepted: true, Incident: { } next })
            {
                return null;
            }

            incident = next;
        }

        return incident;
    }

    private static IEnumerable<Func<Actor, IncidentCommand>> Moves(Incident incident)
    {
        if (incident.Channel is null)
            yield return by => new OpenChannel { By = by };
        if (incident.Roles.Commander is null)
            yield return by => new TakeCommand { By = by, Reason = "a" };
        yield return by => new BeginMitigation { By = by, DecidedBy = incident.Roles.Commander };
        yield return by => new DeclareMitigated { By = by };
        yield return by => new ReportRecovered { By = by };
        yield return by => new PostUpdate { By = by, Audience = UpdateAudience.Public, Text = "a", Status = PublicStatus.Resolved };
        yield return by => new ResolveIncident { By = by };
        yield return by => new EndWatch { By = by, Reason = "a" };
        yield return by => new PublishPostMortem { By = by };
        yield return by => new CloseIncident { By = by };
        if (incident.Recurrences == 0)
        {
            yield return by => new ReportRecurrence { By = by };
            yield return by => new ReopenIncident { By = by, Because = ReopenReason.CameBack, Reason = "a" };
        }

        yield return by => new ReopenIncident { By = by, Because = ReopenReason.RecordIncomplete, Reason = "a" };
        if (incident.Phase == IncidentPhase.Recovery)
        {
            yield return by => new WaiveDemand { By = by, Rule = "IK5006", Reason = "a" };
            yield return by => new WaiveDemand { By = by, Rule = "IK5007", Reason = "a" };
        }
    }

    private static string KeyOf(Incident i, DateTimeOffset now) => string.Create(
        CultureInfo.InvariantCulture,
        $"{i.Phase} {i.Roles.Commander?.Id} {i.Roles.AreThreePeople} {i.Channel is null} {i.MitigatedBy is null} {i.IsResolved} "
            + $"{i.IsWatchEnded} {i.IsPostMortemPublished} {i.PublicStatus} "
            + $"{i.Attempts.Any(a => a.Outcome is null)} {string.Join(',', i.WaivedDemands.Order(StringComparer.Ordinal))} "
            + $"{i.Recurrences} {now - Start < TimeSpan.FromHours(1)}");
}
