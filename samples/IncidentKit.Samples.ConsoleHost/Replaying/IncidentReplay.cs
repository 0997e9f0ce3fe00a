using System.Security.Cryptography;
using System.Text;
using IncidentKit.Samples.ConsoleHost.Recorded;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

/// <summary>Puts the facts of a recorded incident through the lifecycle, each as the command it would have been.</summary>
/// <remarks>
/// The incident is entered in retrospect: nothing is implied, and no gate is refused. What moves phases goes in the order of
/// the process, since obligations and figures follow the time of happening anyway.
/// </remarks>
internal sealed class IncidentReplay
{
    private static readonly SystemActor Recorder = new("recorded incident");

    private readonly RecordedIncident _recorded;
    private readonly DateTimeOffset? _asOf;
    private readonly IncidentLifecycle _lifecycle;
    private readonly List<string> _unknown = [];
    private readonly List<DocumentFault> _faults = [];
    private Incident _incident;

    private IncidentReplay(RecordedIncident recorded, IncidentPolicy policy, DateTimeOffset? asOf)
    {
        (_recorded, _asOf, _lifecycle) = (recorded, asOf, new IncidentLifecycle(policy));
        var id = new IncidentId(new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(recorded.Id)).AsSpan(0, 16)));
        var declaration = new DeclareIncident
        {
            By = Recorder,
            Title = recorded.Title,
            Service = recorded.Service,
            Level = Math.Min(recorded.Level ?? policy.ProvisionalLevel, policy.Levels.Count),
            When = ToWhen(recorded.Declared),
            Detected = ToWhen(recorded.Detected),
            Started = ToWhen(recorded.Started),
            NoticedBy = recorded.FirstNoticedBy,
            Retrospective = true,
        };
        var declared = _lifecycle.Declare(id, declaration, DateTimeOffset.MaxValue);
        // With a bad title or service the rest is told all the same, so that no fault hides another.
        if (declared.IsRefused)
        {
            Note(declared, declaration, "$");
            declared = _lifecycle.Declare(id, declaration with { Title = "?", Service = "?" }, DateTimeOffset.MaxValue);
        }

        _incident = declared.Incident ?? throw new DocumentException(recorded.File, _faults);
    }

    /// <summary>The incident after all facts that had happened by <paramref name="asOf"/>; all facts where that is null.</summary>
    /// <exception cref="DocumentException">The lifecycle refuses a text or a figure; all of them are named.</exception>
    public static Incident Run(RecordedIncident recorded, IncidentPolicy policy, DateTimeOffset? asOf)
    {
        var replay = new IncidentReplay(recorded, policy, asOf);
        replay.TellImpact();
        replay.TellTriage();
        replay.TellRoles();
        replay.TellUpdates();
        replay.TellCourse();
        replay.TellPostMortem();
        replay.TellRest();
        return replay._faults.Count == 0 ? replay._incident : throw new DocumentException(recorded.File, replay._faults);
    }

    private void TellImpact()
    {
        if (_recorded.CustomersAffected is { } affected)
            Tell(new DescribeImpact { By = Recorder, When = When.Unknown, CustomersAffected = affected });
        if (_recorded.DataLost is { } lost)
            Tell(new DescribeImpact { By = Recorder, When = When.Unknown, DataLost = lost });
        foreach (var (i, interval) in _recorded.ImpactIntervals.Index())
        {
            if (interval.From is null || HasHappened(interval.From))
            {
                Tell(new StateImpact
                {
                    By = Recorder, Kind = interval.Kind, Share = interval.Share,
                    From = interval.From is { } from ? When.At(from) : When.Unknown,
                    To = interval.To is { } to && HasHappened(to) ? When.At(to) : When.Unknown,
                }, $"$.impactIntervals[{i}]");
            }
        }
    }

    private void TellTriage()
    {
        var acknowledged = new[] { _recorded.Acknowledged, _recorded.Declared }.Where(t => t.IsKnown).OrderBy(t => t.At).FirstOrDefault();
        if (!acknowledged.IsKnown && _recorded.Acknowledged.Never)
            acknowledged = _recorded.Acknowledged;
        Tell(acknowledged, UnknownFacts.Acknowledged, when => new Acknowledge { By = Recorder, When = when });
        Tell(
            _recorded.LevelSet,
            UnknownFacts.LevelSet,
            when => new Classify { By = Recorder, When = when, Level = _incident.Level!.Value });
        Tell(_recorded.ChannelOpened, UnknownFacts.ChannelOpened, when => new OpenChannel { By = Recorder, When = when });
    }

    private void TellRoles()
    {
        if (_recorded.Roles is null)
            _unknown.Add(UnknownFacts.Roles);
        foreach (var (i, role) in (_recorded.Roles ?? []).Index())
        {
            if (role.At is null || HasHappened(role.At))
            {
                Tell(
                    new AssignRole
                    {
                        By = Recorder,
                        When = ToWhen(role.At),
                        Role = role.Role,
                        To = string.IsNullOrWhiteSpace(role.Person) ? null : new Responder(role.Person),
                    },
                    $"$.roles[{i}]");
            }
        }
    }

    private void TellUpdates()
    {
        if (_recorded.Updates is null)
            _unknown.Add(UnknownFacts.Updates);
        foreach (var (i, update) in (_recorded.Updates ?? []).Index())
        {
            if (update.At is null || HasHappened(update.At))
            {
                Tell(new PostUpdate
                {
                    By = Recorder, When = ToWhen(update.At), Audience = update.Public ? UpdateAudience.Public : UpdateAudience.Internal,
                    NextUpdateAt = update.Next, Text = string.IsNullOrWhiteSpace(update.Text) ? "(the text was not recorded)" : update.Text,
                }, $"$.updates[{i}]");
            }
        }
    }

    private void TellCourse()
    {
        Tell(_recorded.Mitigated, UnknownFacts.Mitigated, when => new DeclareMitigated { By = Recorder, When = when });
        Tell(_recorded.Escalated, UnknownFacts.Escalated, when => new EscalateUnmitigated { By = Recorder, When = when });
        var number = 0;
        foreach (var recurrence in _recorded.Recurrences.OrderBy(r => r.At).Where(r => HasHappened(r.At)))
        {
            Tell(new ReportRecurrence { By = Recorder, When = When.At(recurrence.At) });
            Tell(recurrence.Mitigated, UnknownFacts.MitigatedAgain(++number), when => new DeclareMitigated { By = Recorder, When = when });
        }

        Tell(_recorded.CauseFound, null, when => new IdentifyCause
        {
            By = Recorder,
            When = when,
            Cause = string.IsNullOrWhiteSpace(_recorded.RootCause) ? "(not recorded)" : _recorded.RootCause,
        });
        Tell(_recorded.Resolved, UnknownFacts.Resolved, when => new ResolveIncident { By = Recorder, When = when });
    }

    private void TellPostMortem()
    {
        Tell(_recorded.PostMortemFixed, UnknownFacts.PostMortemFixed, when => new FixPostMortem { By = Recorder, When = when });
        Tell(_recorded.PostMortemHeld, UnknownFacts.PostMortemHeld, when => new HoldPostMortem { By = Recorder, When = when });
        Tell(_recorded.PostMortemPublished, UnknownFacts.PostMortemPublished, when => new PublishPostMortem { By = Recorder, When = when });
    }

    private void TellRest()
    {
        if (_unknown.Count > 0)
            Tell(new MarkUnknown { By = Recorder, When = When.Unknown, Facts = [.. _unknown] });
        foreach (var (i, row) in _recorded.Timeline.Index())
        {
            if ((row.At is null || HasHappened(row.At)) && !string.IsNullOrWhiteSpace(row.What))
                Tell(new AddNote { By = Recorder, When = ToWhen(row.At), Text = row.What }, $"$.timeline[{i}]");
        }

        foreach (var (i, item) in _recorded.ActionItems.Index().Where(pair => !string.IsNullOrWhiteSpace(pair.Item.Action)))
        {
            var command = new AddActionItem
            {
                By = Recorder,
                When = When.Unknown,
                Action = item.Action,
                Owner = item.Owner,
                Due = item.Due,
                Priority = item.Priority,
            };
            Tell(command, $"$.actionItems[{i}]", item.IsText);
        }
    }

    // A known time is told where it has come, an unknown one is marked, and what never happened is not told.
    private void Tell(RecordedTime time, string? unknownAs, Func<When, IncidentCommand> command)
    {
        if (time.At is { } at)
        {
            if (HasHappened(at))
                Tell(command(When.At(at)));
        }
        else if (!time.Never && unknownAs is not null)
        {
            _unknown.Add(unknownAs);
        }
    }

    private void Tell(IncidentCommand command, string place = "$", bool isText = false)
    {
        var decision = _lifecycle.Decide(_incident, command, DateTimeOffset.MaxValue);
        if (decision.IsRefused)
            Note(decision, command, place, isText);
        else
            _incident = decision.Incident!;
    }

    // What the lifecycle refuses of a recorded incident is a text or a figure that is malformed: a fault of the file.
    private void Note(Decision decision, IncidentCommand command, string place, bool isText = false) =>
        _faults.AddRange(decision.Violations.Select(
            v => new DocumentFault(v.Field is { } field && !isText ? $"{place}.{KeyOf(command, field)}" : place, v.Message)));

    // What the process and the file call by different names.
    private static string KeyOf(IncidentCommand command, string field) => (command, field) switch
    {
        (AddNote, nameof(AddNote.Text)) => "what",
        (AssignRole, nameof(AssignRole.To)) => "person",
        (DeclareIncident, nameof(DeclareIncident.Level)) => "severityGuess",
        (IdentifyCause, nameof(IdentifyCause.Cause)) => "rootCause",
        (PostUpdate, nameof(PostUpdate.NextUpdateAt)) => "next",
        (_, nameof(IncidentCommand.When)) => "at",
        _ => char.ToLowerInvariant(field[0]) + field[1..],
    };

    private bool HasHappened(DateTimeOffset? at) => at is null || _asOf is null || at <= _asOf;

    private static When ToWhen(RecordedTime time) => ToWhen(time.At);

    private static When ToWhen(DateTimeOffset? at) => at is { } instant ? When.At(instant) : When.Unknown;
}
