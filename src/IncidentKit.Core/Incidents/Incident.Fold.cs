using System.Collections.Immutable;
using System.Diagnostics;

namespace IncidentKit;

// How each kind of event changes the state. Facts that did not fit the phase are folded too: they are known, they only moved nothing.
public sealed partial class Incident
{
    /// <summary>What stands in place of a redacted text.</summary>
    public const string RedactedText = "[redacted]";

    private SharedList<IncidentEvent> _history = SharedList<IncidentEvent>.Empty;
    private ImmutableHashSet<Responder> _responders = [];
    private ImmutableList<MitigationAttempt> _attempts = [];
    private ImmutableSortedSet<int> _running = [];
    private ImmutableList<TemporaryAlert> _temporaryAlerts = [];
    private ImmutableList<ActionItem> _actionItems = [];
    private ImmutableHashSet<string> _waivedDemands = [];
    private ImmutableList<IncidentAlert> _alerts = [];
    private ImmutableList<IncidentLink> _links = [];
    private ImmutableList<VendorCase> _vendors = [];
    private ImmutableHashSet<RecordedMiss> _misses = [];
    private long _endedBy;

    private void Fold(IncidentEvent happened)
    {
        _history = _history.Add(happened);
        if (happened.MovedTo is { } phase)
            Phase = phase;
        switch (happened)
        {
            case IncidentDeclared e:
                Declare(e);
                break;
            case IncidentDetected e:
                Detected = e.When;
                break;
            case Acknowledged { By: Responder person }:
                IsAcknowledged = true;
                Meet(person);
                break;
            case Acknowledged:
                IsAcknowledged = true;
                break;
            case SeverityChanged { Change: SeverityChange.Kept }:
                break;
            case SeverityChanged { Change: SeverityChange.Reviewed } e:
                (ReviewedLevel, ReviewedLevelName) = (e.Level, e.LevelName);
                break;
            case SeverityChanged e:
                (Level, LevelName) = (e.Level, e.LevelName);
                (ReviewedLevel, ReviewedLevelName) = (null, null);
                break;
            case ImpactDescribed e:
                ImpactFacts = ImpactFacts.Then(e.Facts);
                Feature = e.Feature ?? Feature;
                Symptom = e.Symptom ?? Symptom;
                break;
            case Retitled e:
                Title = e.Title;
                break;
            case ChannelOpened e:
                Channel = e.Name;
                break;
            case ResponderJoined { Person: { } person }:
                Meet(person);
                break;
            case ResponderJoined { By: Responder person }:
                Meet(person);
                break;
            case RoleAssigned e:
                Roles = Roles.With(e.Role, e.To);
                if (e.To is not null)
                    Meet(e.To);
                break;
            case RoleGivenUp e:
                Roles = Roles.With(e.Role, null);
                break;
            case MitigationBegun e:
                _running = _running.Add(e.Attempt);
                _attempts = _attempts.Add(new MitigationAttempt
                {
                    Number = e.Attempt, Kind = e.Kind, Description = e.Description,
                    ProposedBy = e.ProposedBy, DecidedBy = e.DecidedBy, DoneBy = e.By,
                });
                break;
            case MitigationRecorded e:
                var attempt = _attempts[e.Attempt - 1];
                _running = _running.Remove(e.Attempt);
                _attempts = _attempts.SetItem(
                    e.Attempt - 1,
                    attempt with { Outcome = e.Outcome, Description = e.Description ?? attempt.Description });
                break;
            case ServiceMitigated e:
                MitigatedBy = e.How;
                break;
            case CauseIdentified e:
                Cause = e.Cause;
                break;
            case EscalatedUnmitigated:
                Escalations++;
                break;
            case IncidentRecurred { Kept: false }:
                Recurrences++;
                MitigatedBy = null;
                IsResolved = IsWatchEnded = IsPostMortemPublished = false;
                _waivedDemands = [];
                break;
            case IncidentResolved:
                IsResolved = true;
                break;
            case WatchEnded:
                IsWatchEnded = true;
                break;
            case TemporaryAlertSet e:
                _temporaryAlerts = _temporaryAlerts.Add(new TemporaryAlert { Number = e.Number, Alert = e.Alert });
                break;
            case TemporaryAlertTakenDown e:
                _temporaryAlerts = _temporaryAlerts.SetItem(e.Number - 1, _temporaryAlerts[e.Number - 1] with { IsTakenDown = true });
                break;
            case PostMortemPublished:
                IsPostMortemPublished = true;
                break;
            case ActionItemStated e:
                State(new ActionItem { Number = e.Number, Action = e.Action, Owner = e.Owner, Due = e.Due, Priority = e.Priority });
                break;
            case ActionItemCompleted e:
                _actionItems = _actionItems.SetItem(e.Number - 1, _actionItems[e.Number - 1] with { IsDone = true });
                break;
            case DemandWaived e:
                _waivedDemands = _waivedDemands.Add(e.Rule);
                break;
            case IncidentClosed or IncidentCancelled when happened.MovedTo is not null:
                Ended = happened.When;
                _endedBy = happened.Sequence;
                DuplicateOf = (happened as IncidentCancelled)?.DuplicateOf;
                break;
            case IncidentReopened when happened.MovedTo is not null:
                Ended = null;
                DuplicateOf = null;
                break;
            case VendorEngaged e:
                Engage(new VendorCase(e.Vendor, e.Case));
                break;
            case AlertAttached e:
                Attach(e.Key, e.Text);
                break;
            case AlertCleared e when _alerts.FindIndex(alert => alert.Key == e.Key) is >= 0 and var cleared:
                _alerts = _alerts.SetItem(cleared, _alerts[cleared] with { IsCleared = true });
                break;
            case IncidentLinked e:
                AddLink(new IncidentLink(e.To, e.Kind));
                break;
            case DuplicateTakenOver e:
                AddLink(new IncidentLink(e.Duplicate, LinkKind.Duplicate));
                foreach (var key in (e.AlertKeys ?? EquatableStringList.Empty).Where(key => !_alerts.Exists(alert => alert.Key == key)))
                    Attach(key, null);
                break;
            case IncidentRestricted e:
                (IsRestricted, CodeWord) = (true, e.CodeWord);
                break;
            case RestrictionLifted:
                IsRestricted = false;
                break;
            case ObligationMissed e:
                _misses = _misses.Add(new RecordedMiss(e.Obligation, e.Since, e.DueAt));
                break;
            case ObligationRestated e:
                _misses = _misses.Remove(new RecordedMiss(e.Obligation, e.Since, e.DueAt));
                break;
            case TimeCorrected e:
                Correct(e);
                break;
            case TextRedacted e:
                FoldAgainWithout(e);
                break;
        }
    }

    private void Declare(IncidentDeclared e)
    {
        (Id, Number, Title, Service, Labels) = (e.Incident, e.Number, e.Title, e.Service, e.Labels ?? EquatableStringList.Empty);
        (Policy, PolicyVersion, NoticedBy, RecurrenceOf, IsRetrospective, IsDrill) =
            (e.Policy, e.PolicyVersion, e.NoticedBy, e.RecurrenceOf, e.Retrospective, e.Drill);
        (Level, LevelName) = (e.Level, e.LevelName);
        Detected = e.When;
    }

    private void Meet(Responder person) => _responders = _responders.Add(person);

    private void State(ActionItem item) =>
        _actionItems = item.Number <= _actionItems.Count
            ? _actionItems.SetItem(item.Number - 1, item with { IsDone = _actionItems[item.Number - 1].IsDone })
            : _actionItems.Add(item);

    private void Attach(string key, string? text)
    {
        var known = _alerts.FindIndex(alert => alert.Key == key);
        _alerts = known < 0
            ? _alerts.Add(new IncidentAlert { Key = key, Text = text })
            : _alerts.SetItem(
                known,
                _alerts[known] with { Text = text ?? _alerts[known].Text, Fired = _alerts[known].Fired + 1, IsCleared = false });
    }

    private void AddLink(IncidentLink link) => _links = _links.Contains(link) ? _links : _links.Add(link);

    private void Engage(VendorCase engaged)
    {
        var known = _vendors.FindIndex(
            vendor => vendor.Vendor == engaged.Vendor && (vendor.Case is null || engaged.Case is null || vendor.Case == engaged.Case));
        _vendors = known < 0
            ? _vendors.Add(engaged)
            : _vendors.SetItem(known, engaged with { Case = engaged.Case ?? _vendors[known].Case });
    }

    private void Correct(TimeCorrected e)
    {
        if (e.Of < 1 || e.Of > _history.Count)
            return;
        var corrected = _history[(int)e.Of - 1];
        if (corrected is IncidentDetected)
            Detected = e.To;
        if (Ended is not null && corrected.Sequence == _endedBy)
            Ended = e.To;
    }

    // The text is replaced in the history itself, and everything that was read from it is read again.
    private void FoldAgainWithout(TextRedacted redaction)
    {
        var history = _history;
        if (redaction.Of < 1 || redaction.Of > history.Count)
            return;
        var redacted = history[(int)redaction.Of - 1];
        var texts = new HashSet<string>(StringComparer.Ordinal);
        redacted.MapText(text =>
        {
            texts.Add(text);
            return text;
        });
        if (texts.Count == 0)
            return;
        var fresh = new Incident();
        foreach (var happened in history.Span)
        {
            var kept = Repeats(happened, redacted) ? happened.MapText(text => texts.Contains(text) ? RedactedText : text) : happened;
            if (kept is TextRedacted)
                fresh._history = fresh._history.Add(kept);
            else
                fresh.Fold(kept);
        }

        CopyFrom(fresh);
    }

    // Copies are made where one command records two facts, and where an action item is stated anew. What somebody typed again is no copy.
    private static bool Repeats(IncidentEvent happened, IncidentEvent redacted) => (happened, redacted) switch
    {
        _ when happened.Sequence == redacted.Sequence => true,
        (ActionItemStated later, ActionItemStated item) => later.Number == item.Number && later.Sequence > item.Sequence,
        _ when Math.Abs(happened.Sequence - redacted.Sequence) > 1
            || happened.RecordedAt != redacted.RecordedAt
            || happened.By != redacted.By => false,
        (MitigationBegun begun, MitigationRecorded recorded) => begun.Attempt == recorded.Attempt,
        (MitigationRecorded recorded, MitigationBegun begun) => begun.Attempt == recorded.Attempt,
        _ => happened.Implied || redacted.Implied,
    };

    private void CopyFrom(Incident other)
    {
        Debug.Assert(other.Id == Id && other.Phase == Phase, "A redaction changes texts only.");
        (_history, _attempts, _temporaryAlerts, _actionItems) =
            (other._history, other._attempts, other._temporaryAlerts, other._actionItems);
        (_alerts, _vendors) = (other._alerts, other._vendors);
        (Title, Labels, Feature, Symptom, Cause) = (other.Title, other.Labels, other.Feature, other.Symptom, other.Cause);
    }
}
