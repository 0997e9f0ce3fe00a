using System.Diagnostics;

namespace IncidentKit;

/// <summary>Turns one accepted command into its events: what it implies, the fact itself, and the deviations.</summary>
internal sealed class Recording(Incident incident, IncidentCommand command, IncidentPolicy policy, DateTimeOffset now)
{
    private readonly List<IncidentEvent> _events = new(2);
    private readonly When _when = command.When.ResolvedAt(now);
    private readonly DateTimeOffset _now = now.ToUniversalTime();

    // The sequence number of the next event; a declaration stands among its own events.
    private long Next => (_events.Count > 0 && _events[0] is IncidentDeclared ? 0 : incident.Version) + _events.Count + 1;

    /// <summary>The bare declaration, for the rules to look at.</summary>
    public static IncidentDeclared Draft(IncidentId id, DeclareIncident command, IncidentPolicy policy, DateTimeOffset now) => new()
    {
        Incident = id, Sequence = 1, RecordedAt = now.ToUniversalTime(),
        When = command.When.ResolvedAt(now), By = command.By, MovedTo = IncidentPhase.Detection,
        Title = command.Title ?? "", Service = command.Service ?? "", Labels = command.Labels,
        Number = command.Number, Policy = policy.Name, PolicyVersion = policy.Version,
        NoticedBy = command.NoticedBy, RecurrenceOf = command.RecurrenceOf, Retrospective = command.Retrospective, Drill = command.Drill,
        Level = command.Retrospective ? command.Level : null,
        LevelName = command is { Retrospective: true, Level: { } level } ? policy.Level(level).Name : null,
        Stamp = CommandDigest.StampOf(command),
    };

    public static IReadOnlyList<IncidentEvent> Declaration(
        IncidentId id, DeclareIncident command, IncidentPolicy policy, DateTimeOffset now)
    {
        var declared = Draft(id, command, policy, now);
        var recording = new Recording(Incident.Replay([declared]), command, policy, now);
        recording._events.Add(declared);
        recording._events.Add(new IncidentDetected
        {
            Incident = id, Sequence = recording.Next, RecordedAt = declared.RecordedAt,
            When = (command.Detected ?? command.When).ResolvedAt(now), By = command.By, Implied = command.Detected is null,
        });
        if (command.Restricted)
            recording._events.Add(recording.Restricted(null));
        if (command.AlertKey is { } key)
        {
            recording._events.Add(new AlertAttached
            {
                Incident = id, Sequence = recording.Next, RecordedAt = declared.RecordedAt,
                When = (command.Detected ?? command.When).ResolvedAt(now), By = command.By, Implied = true, Key = key,
            });
        }

        if (command.Started is { } started)
        {
            recording._events.Add(new ImpactStarted
            {
                Incident = id, Sequence = recording.Next, RecordedAt = declared.RecordedAt,
                When = started.ResolvedAt(now), By = command.By,
            });
        }

        if (!command.Retrospective && command.By is Responder)
        {
            recording._events.Add(new Acknowledged
            {
                Incident = id, Sequence = recording.Next, RecordedAt = declared.RecordedAt,
                When = declared.When, By = command.By, Implied = true,
            });
        }

        if (!command.Retrospective && command.Level is { } level)
        {
            recording._events.Add(new SeverityChanged
            {
                Incident = id, Sequence = recording.Next, RecordedAt = declared.RecordedAt, When = declared.When,
                By = command.By, Change = SeverityChange.Set, Level = level, LevelName = policy.Level(level).Name,
            });
        }

        return recording._events;
    }

    public IReadOnlyList<IncidentEvent> Record(IReadOnlyList<DeviationFound>? deviations)
    {
        var cell = PhaseTable.Cell(incident, command);
        var trigger = PhaseTable.TriggerOf(command);
        IncidentPhase? movedTo = cell.Effect == PhaseEffect.Move
            ? incident.IsRetrospective ? cell.Target : PhaseMachine.Fire(incident.Phase, trigger!.Value)
            : null;
        if (!incident.IsRetrospective && incident.IsOpen)
            Imply(trigger, cell.Effect, movedTo);
        Say(movedTo, cell.Effect is PhaseEffect.Keep or PhaseEffect.KeepIfLate);
        foreach (var (rule, message) in deviations ?? [])
        {
            _events.Add(new DeviationRecorded
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now,
                When = _when, By = command.By, Rule = rule, Message = message,
            });
        }

        if (_events.Count > 0 && CommandDigest.StampOf(command) is { } stamp)
            _events[0] = _events[0] with { Stamp = stamp };
        return _events;
    }

    // Working on an incident acknowledges it; beginning to mitigate where nobody commands is taking command (P61).
    private void Imply(PhaseTrigger? trigger, PhaseEffect effect, IncidentPhase? movedTo)
    {
        if (command.By is Responder person && !incident.IsAcknowledged && ActsOnIncident())
        {
            _events.Add(
                new Acknowledged { Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = _when, By = person, Implied = true });
        }

        var mitigates = trigger is PhaseTrigger.Mitigate && effect is PhaseEffect.Move or PhaseEffect.Stay
            || (command is DeclareMitigated or EscalateUnmitigated && incident.Phase == IncidentPhase.Detection);
        if (mitigates && incident.Roles.Commander is null && command.By is Responder taker)
            GiveCommand(taker, RoleChange.Implied, null, implied: true);
        if (trigger is PhaseTrigger.Mitigated && movedTo is not null)
            EndRunningAttempts();
        if (command is DeclareMitigated or EscalateUnmitigated && incident.Phase == IncidentPhase.Detection && movedTo is not null)
        {
            _events.Add(new MitigationBegun
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = When.Unknown, By = command.By, Implied = true,
                Attempt = incident.Attempts.Count + 1, Kind = MitigationKind.Other,
            });
            _events.Add(new MitigationRecorded
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = _when, By = command.By, Implied = true,
                Attempt = incident.Attempts.Count + 1,
                Outcome = command is DeclareMitigated ? MitigationOutcome.Worked : MitigationOutcome.Unknown,
            });
        }
    }

    // The attempt that was begun last is what mitigated; what came of another that still runs, or where service came
    // back by itself, nobody said.
    private void EndRunningAttempts()
    {
        var last = incident.Attempts.LastOrDefault(attempt => attempt.Outcome is null);
        foreach (var attempt in incident.Attempts.Where(attempt => attempt.Outcome is null))
        {
            _events.Add(new MitigationRecorded
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = _when, By = command.By, Implied = true,
                Attempt = attempt.Number,
                Outcome = command is DeclareMitigated && attempt == last ? MitigationOutcome.Worked : MitigationOutcome.Unknown,
            });
        }
    }

    private bool ActsOnIncident() => command is ReportCommand
        and not (Acknowledge or AddNote or CorrectTime or Redact or MarkUnknown or DescribeImpact or StateImpact or Retitle
            or AttachAlert or ClearAlert or Link or TakeOverDuplicate or Restrict or CheckObligations or Page or RecordPaging);

    private void GiveCommand(Responder taker, RoleChange how, string? note, bool implied, bool kept = false)
    {
        if (incident.Roles.GivenTo(taker) is { } other && how is RoleChange.Taken or RoleChange.Implied)
        {
            foreach (var role in new[] { IncidentRole.TechnicalLead, IncidentRole.CommunicationsLead })
            {
                if ((role == IncidentRole.TechnicalLead ? incident.Roles.GivenTechnicalLead : incident.Roles.GivenCommunicationsLead)
                    == taker)
                {
                    _events.Add(new RoleGivenUp
                    {
                        Incident = incident.Id, Sequence = Next, RecordedAt = _now,
                        When = _when, By = command.By, Implied = true, Role = role, From = taker,
                    });
                }
            }
        }

        _events.Add(new RoleAssigned
        {
            Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = _when, By = command.By, Implied = implied, Kept = kept,
            Role = IncidentRole.IncidentCommander, To = taker, From = incident.Roles.Commander, How = how, Note = note,
        });
    }

    private void Say(IncidentPhase? movedTo, bool kept)
    {
        if (command is TakeCommand take)
        {
            GiveCommand((Responder)take.By, RoleChange.Taken, take.Reason, implied: false, kept);
            return;
        }

        if (command is CheckObligations)
        {
            RecordMisses();
            return;
        }

        if (command is RecordPaging paging && PagingRecords.IsRecorded(incident, paging.Delivery))
            return;
        if (command is RecordMitigation { Attempt: null } whole)
        {
            _events.Add(new MitigationBegun
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now,
                When = whole.Began?.ResolvedAt(_now) ?? When.Unknown, By = command.By,
                MovedTo = movedTo, Kept = kept, Attempt = incident.Attempts.Count + 1,
                Kind = whole.Kind, Description = whole.Description, DecidedBy = null,
            });
            movedTo = null;
        }

        var fact = Fact(Next, movedTo);
        _events.Add(kept ? fact with { Kept = true } : fact);
        if (command is DescribeImpact { Started: { } started })
        {
            _events.Add(new ImpactStarted
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = started.ResolvedAt(_now), By = command.By,
            });
        }

        // Once, and at once: what was told to everybody cannot be taken back. What somebody lifted stays lifted.
        if (command is DescribeImpact { DataExposed: true } && policy.RestrictOnExposure && incident.CodeWord is null)
            _events.Add(Restricted("data was exposed") with { Implied = true });
        if (command is ReopenIncident { Because: ReopenReason.CameBack } back)
        {
            _events.Add(new IncidentRecurred
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now,
                When = _when, By = command.By, Implied = true, Statement = back.Reason,
            });
        }
    }

    // Each miss happened when it came due, whenever somebody looks.
    private void RecordMisses()
    {
        foreach (var miss in ObligationRecords.NotRecorded(incident, new ObligationLedger(policy).At(incident, _now)))
        {
            _events.Add(new ObligationMissed
            {
                Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = When.At(miss.DueAt),
                By = command.By, Implied = true, Obligation = miss.Name, Since = miss.Since, DueAt = miss.DueAt,
            });
        }
    }

    // The words of the description that restricts are avoided too.
    private IncidentRestricted Restricted(string? reason) => new()
    {
        Incident = incident.Id, Sequence = Next, RecordedAt = _now, When = _when, By = command.By,
        CodeWord = incident.CodeWord ?? CodeWord.For(
            incident.Id.Value, incident.Title, incident.Service, incident.Feature, incident.Symptom,
            (command as DescribeImpact)?.Feature, (command as DescribeImpact)?.Symptom),
        Reason = reason,
    };

    private IncidentEvent Fact(long s, IncidentPhase? movedTo)
    {
        var id = incident.Id;
        var by = command.By;
        return command switch
        {
            Acknowledge => new Acknowledged { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by },
            Classify c => Level(s, c.Level, ChangeTo(c.Level), null),
            LowerSeverity c => Level(s, c.Level, SeverityChange.Lowered, c.Reason),
            ReviewSeverity c => Level(s, c.Level, SeverityChange.Reviewed, c.Reason),
            DescribeImpact c => new ImpactDescribed
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                CustomersAffected = c.CustomersAffected, DataLost = c.DataLost, DataExposed = c.DataExposed,
                Function = c.Function, State = c.State, Reach = c.Reach, Feature = c.Feature, Symptom = c.Symptom,
            },
            StateImpact c => new ImpactStated
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = c.From.ResolvedAt(_now), By = by,
                Kind = c.Kind, To = c.To?.ResolvedAt(_now), Share = c.Share, Replaces = c.Replaces,
            },
            Retitle c => new Retitled { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Title = c.Title },
            OpenChannel c => new ChannelOpened
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                Name = c.Name is { } name ? ChannelName.Bare(name) : MadeName(c), Url = c.Url,
            },
            Join c => new ResponderJoined { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Person = c.Person },
            AssignRole c => new RoleAssigned
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                Role = c.Role, To = c.To, From = incident.Roles[c.Role], How = RoleChange.Assigned,
            },
            HandOffRole c => new RoleAssigned
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Role = c.Role,
                To = c.To, From = incident.Roles[c.Role], How = RoleChange.HandedOff, Note = c.Note,
            },
            GiveUpRole c => new RoleGivenUp
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Role = c.Role, From = (Responder)by,
            },
            BeginMitigation c => new MitigationBegun
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo,
                Attempt = incident.Attempts.Count + 1, Kind = c.Kind, Description = c.Description,
                ProposedBy = c.ProposedBy, DecidedBy = c.DecidedBy ?? by as Responder,
            },
            RecordMitigation c => new MitigationRecorded
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo,
                Attempt = c.Attempt ?? incident.Attempts.Count + 1, Outcome = c.Outcome, Description = c.Description,
            },
            DeclareMitigated c => new ServiceMitigated
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo,
                How = c.How, Recurrence = incident.Recurrences, Statement = c.Statement,
            },
            ReportRecovered => new ServiceMitigated
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                MovedTo = movedTo, How = MitigatedBy.Itself, Recurrence = incident.Recurrences,
            },
            RecordFinding c => new FindingRecorded
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                Kind = c.Kind, Text = c.Text, Link = c.Link, To = incident.Roles.Commander,
            },
            IdentifyCause c =>
                new CauseIdentified { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Cause = c.Cause },
            EscalateUnmitigated c => new EscalatedUnmitigated
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo, Statement = c.Statement,
            },
            EngageVendor c => new VendorEngaged
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Vendor = c.Vendor, Case = c.Case,
            },
            Page c => new PageRequested
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                To = c.To, Audience = c.To is null ? c.Audience : null, Message = c.Message,
            },
            RecordPaging c => PagingRecords.Fact(c, id, s, _now, _when),
            PostUpdate c => new UpdatePosted
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Audience = c.Audience,
                Text = c.Text, NextUpdateAt = c.NextUpdateAt?.ToUniversalTime(), Status = c.Status,
            },
            ReportRecurrence c => new IncidentRecurred
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo, Statement = c.Statement,
            },
            SetTemporaryAlert c => new TemporaryAlertSet
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                Number = incident.TemporaryAlerts.Count + 1, Alert = c.Alert,
            },
            TakeDownTemporaryAlert c =>
                new TemporaryAlertTakenDown { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Number = c.Number },
            FixPostMortem c => new PostMortemFixed
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, ScheduledFor = c.ScheduledFor?.ToUniversalTime(),
            },
            HoldPostMortem => new PostMortemHeld { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by },
            PublishPostMortem c =>
                new PostMortemPublished { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Url = c.Url },
            AddActionItem c => new ActionItemStated
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Number = incident.ActionItems.Count + 1,
                Action = c.Action, Owner = c.Owner, Due = c.Due, Priority = c.Priority,
            },
            AmendActionItem c => Amended(s, c, incident.ActionItems[c.Number - 1]),
            CompleteActionItem c =>
                new ActionItemCompleted { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Number = c.Number },
            AttachAlert c => new AlertAttached
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Key = c.Key, Text = c.Text, Link = c.Link,
            },
            ClearAlert c => new AlertCleared { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Key = c.Key },
            Link c =>
                new IncidentLinked { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, To = c.To, Kind = c.Kind },
            TakeOverDuplicate c => new DuplicateTakenOver
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                Duplicate = c.Duplicate, AlertKeys = c.AlertKeys, Status = c.Status,
            },
            Restrict c => Restricted(c.Reason),
            LiftRestriction c =>
                new RestrictionLifted { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Reason = c.Reason },
            MeetObligation c => new ObligationMet
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Obligation = c.Obligation, Evidence = c.Evidence,
            },
            AddNote c =>
                new NoteAdded { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Text = c.Text, Link = c.Link },
            MarkUnknown c => new FactsUnknown { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Facts = c.Facts },
            CorrectTime c => new TimeCorrected
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Of = c.Of, To = c.To, Reason = c.Reason,
            },
            Redact c =>
                new TextRedacted { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Of = c.Of, Reason = c.Reason },
            WaiveObligation c => new ObligationWaived
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Obligation = c.Obligation, Reason = c.Reason,
            },
            WaiveDemand c => new DemandWaived
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Rule = c.Rule, Reason = c.Reason,
            },
            ResolveIncident c => new IncidentResolved
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo, Statement = c.Statement,
            },
            EndWatch c => new WatchEnded { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, Reason = c.Reason },
            CancelIncident c => new IncidentCancelled
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                MovedTo = movedTo, Because = c.Because, Reason = c.Reason, Ticket = c.Ticket,
            },
            MarkDuplicate c => new IncidentCancelled
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by,
                MovedTo = movedTo, Because = CancellationReason.Duplicate, DuplicateOf = c.Of,
            },
            CloseIncident =>
                new IncidentClosed { Incident = id, Sequence = s, RecordedAt = _now, When = _when, By = by, MovedTo = movedTo },
            ReopenIncident c => new IncidentReopened
            {
                Incident = id, Sequence = s, RecordedAt = _now, When = _when,
                By = by, MovedTo = movedTo, Because = c.Because, Reason = c.Reason,
            },
            _ => throw new UnreachableException($"{command.GetType().Name} is recorded elsewhere."),
        };
    }

    private SeverityChange ChangeTo(int level) =>
        incident.Level is null || incident.IsRetrospective ? SeverityChange.Set
            : level < incident.Level ? SeverityChange.Raised
            : SeverityChange.Kept;

    private SeverityChanged Level(long s, int level, SeverityChange change, string? reason) => new()
    {
        Incident = incident.Id, Sequence = s, RecordedAt = _now, When = _when, By = command.By,
        Change = change, Level = level, LevelName = policy.Level(level).Name, Reason = reason,
    };

    private string MadeName(OpenChannel open) => ChannelName.For(
        incident.Facts.Declared.Instant ?? _now,
        incident is { IsRestricted: true, CodeWord: { } word } ? word : incident.Title,
        open.Taken);

    private ActionItemStated Amended(long s, AmendActionItem c, ActionItem item) => new()
    {
        Incident = incident.Id, Sequence = s, RecordedAt = _now, When = _when, By = command.By, Number = c.Number,
        Action = c.Action ?? item.Action, Owner = c.Owner ?? item.Owner, Due = c.Due ?? item.Due, Priority = c.Priority ?? item.Priority,
    };
}
