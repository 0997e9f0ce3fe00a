using System.Diagnostics.CodeAnalysis;

namespace IncidentKit;

/// <summary>The one door: decides what a command does to an incident.</summary>
/// <remarks>Pure (the same incident, command and instant give the same answer), thread-safe, and made to be a singleton.</remarks>
public sealed class IncidentLifecycle
{
    /// <summary>Creates the lifecycle of a policy.</summary>
    /// <exception cref="IncidentPolicyException">The policy has faults; all of them are named.</exception>
    public IncidentLifecycle(IncidentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        policy.ThrowIfUnsound();
        Policy = policy;
    }

    private IncidentLifecycle(IncidentPolicy policy, bool isSound) => (Policy, _) = (policy, isSound);

    /// <summary>The lifecycle of a policy that lacks something it needs: for tests that show what the lack does.</summary>
    internal static IncidentLifecycle Unchecked(IncidentPolicy policy) => new(policy, isSound: false);

    /// <summary>The policy.</summary>
    public IncidentPolicy Policy { get; }

    /// <summary>Decides the declaration of a new incident.</summary>
    /// <param name="id">The identity of the new incident.</param>
    /// <param name="command">The declaration.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <returns>The decision; its incident is null where the declaration is malformed.</returns>
    public Decision Declare(IncidentId id, DeclareIncident command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(command);
        IncidentId.ThrowIfDefault(id, nameof(id));
        CheckCommand(command);
        var declared = command.ToDeclared(id, Policy, now);
        var draft = Incident.Drafted(declared);
        if (Judge(new RuleContext(draft, command, Policy, now), formOnly: true).Violations is { } faults)
            return Decision.Refused(null, faults);
        var recorder = new EventRecorder(declared, command, Policy, now);
        command.Record(recorder);
        return Decision.Accepted(Incident.Replay(recorder.Events), recorder.Events, declared.Stamp);
    }

    /// <summary>Decides a command.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="command">The command.</param>
    /// <param name="now">The moment of the decision.</param>
    /// <returns>The events and the next incident, or every reason for which the command is refused.</returns>
    public Decision Decide(Incident incident, IncidentCommand command, DateTimeOffset now) =>
        DecideSent(incident, command, command, now);

    /// <summary>Decides a command that a caller sent as <paramref name="sent"/>, whose idempotency key and digest are kept.</summary>
    internal Decision DecideSent(Incident incident, IncidentCommand command, IncidentCommand sent, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        CheckCommand(command);
        var (violations, deviations) = Judge(new RuleContext(incident, command, Policy, now), formOnly: false);
        if (violations is not null)
            return Decision.Refused(incident, violations);
        var stamp = CommandDigest.StampOf(sent);
        var events = Recorded(incident, command, deviations, now, stamp);
        var next = incident.After(events);
        return next.RecordedMisses.Count == 0 ? Decision.Accepted(next, events, stamp) : Restated(next, events, command, now, stamp);
    }

    /// <summary>Whether <see cref="Decide"/> would accept the command.</summary>
    public bool Can(Incident incident, IncidentCommand command, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        CheckCommand(command);
        return ViolationsOf(incident, command, now).Count == 0;
    }

    /// <summary>Why <see cref="Decide"/> would refuse the command; empty where it would accept it.</summary>
    internal IReadOnlyList<Violation> ViolationsOf(Incident incident, IncidentCommand command, DateTimeOffset now) =>
        Judge(new RuleContext(incident, command, Policy, now), formOnly: false).Violations ?? [];

    /// <summary>
    /// The kinds of command that fit the phase of the incident, by name. Rules that look at more than the
    /// kind may still refuse one.
    /// </summary>
    [SuppressMessage("Performance", "CA1822", Justification = "Asked of a lifecycle, as Can and Decide are.")]
    public IReadOnlyList<string> Permitted(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return [.. CommandKinds.All.Where(kind => PhaseTable.Fits(incident, kind)).Select(kind => kind.Name)];
    }

    /// <summary>The state diagram in Mermaid, with the ids of the rules that guard each arrow.</summary>
    public string ToMermaid() => PhaseDiagram.ToMermaid(Policy);

    private IReadOnlyList<IncidentEvent> Recorded(
        Incident incident, IncidentCommand command, List<DeviationFound>? deviations, DateTimeOffset now, CommandStamp? stamp)
    {
        var recorder = new EventRecorder(incident, command, Policy, now);
        command.Record(recorder);
        foreach (var (rule, message, remedy) in deviations ?? [])
            recorder.RecordBeside(new DeviationRecorded { Rule = rule, Message = message, Remedy = remedy }, recorder.When);
        return recorder.Stamped(stamp);
    }

    // A later fact or a correction may restate what was recorded as missed; that is recorded with it.
    private Decision Restated(
        Incident next, IReadOnlyList<IncidentEvent> events, IncidentCommand command, DateTimeOffset now, CommandStamp? stamp)
    {
        List<IncidentEvent> restated = [];
        foreach (var (miss, status) in ObligationRecords.Restated(next, new ObligationLedger(Policy).At(next, now)))
        {
            restated.Add(new ObligationRestated
            {
                Incident = next.Id, Sequence = next.Version + restated.Count + 1,
                RecordedAt = now.ToUniversalTime(), When = When.At(now), By = command.By, Implied = true,
                Obligation = miss.Name, Since = miss.Since, DueAt = miss.DueAt, Status = status,
            });
        }

        return restated.Count == 0
            ? Decision.Accepted(next, events, stamp)
            : Decision.Accepted(next.After(restated), [.. events, .. restated], stamp);
    }

    internal static void CheckCommand(IncidentCommand command)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (command.By is null)
            throw new ArgumentException("A command says who gives it: By is null.", nameof(command));
    }

    // Form comes first, then the phase table: nothing else can be said of a command that is malformed or does not fit the phase.
    // Most often no rule has anything to say, so nothing is allocated for it.
    private (List<Violation>? Violations, List<DeviationFound>? Deviations) Judge(RuleContext context, bool formOnly)
    {
        var incident = context.Incident;
        List<Violation>? violations = null;
        List<DeviationFound>? deviations = null;
        var isOver = false;
        foreach (var (rule, enforcement) in Policy.RulesFor(context.Command.GetType()))
        {
            if (rule.Category != ViolationCategory.Validation && (formOnly || isOver))
                break;
            if (RuleAnswer.Of(rule, context, out var thrown) is not { } breach || incident.WaivedDemands.Contains(rule.Id))
                continue;
            if (enforcement == RuleEnforcement.Enforce && (rule.IsMandatory || !incident.IsRetrospective))
            {
                isOver |= rule.IsMandatory;
                (violations ??= []).Add(new Violation
                {
                    Rule = rule.Id,
                    Category = rule.Category,
                    Message = breach.Message,
                    Remedy = breach.Remedy ?? rule.Remedy,
                    Field = breach.Field,
                    Exception = thrown,
                });
            }
            else
            {
                (deviations ??= []).Add(new DeviationFound(rule.Id, breach.Message, breach.Remedy ?? rule.Remedy));
            }
        }

        return (violations, deviations);
    }
}
