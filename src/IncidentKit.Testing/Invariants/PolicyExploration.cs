namespace IncidentKit.Testing;

/// <summary>Plays an incident of a level through under a policy, and finds what it can never reach, leave or do.</summary>
internal sealed class PolicyExploration
{
    private static readonly WayOptions Options = new() { MaxStates = 1000 };
    private static readonly DateTimeOffset Start = IncidentStory.Start;

    private readonly IncidentLifecycle _lifecycle;
    private readonly SeverityLevel _level;
    private readonly Dictionary<IncidentPhase, Reached> _reached = [];

    private PolicyExploration(IncidentPolicy policy, SeverityLevel level)
    {
        _lifecycle = new IncidentLifecycle(policy);
        _level = level;
    }

    /// <summary>The findings at all levels. A finding at several levels is reported once.</summary>
    public static IEnumerable<PolicyFinding> FindingsOf(IncidentPolicy policy) =>
        policy.Levels.SelectMany(level => Of(policy, level).Select(found => (Level: level.Name, Found: found)))
            .GroupBy(f => (f.Found.What, Rules: string.Join(", ", f.Found.Rules)))
            .Select(same => FindingOf(same.First().Found, same.Key.Rules, string.Join(" or ", same.Select(f => f.Level))));

    /// <summary>What an incident of a level can never do.</summary>
    public static IReadOnlyList<Impossible> Of(IncidentPolicy policy, SeverityLevel level) =>
        [.. new PolicyExploration(policy, level).Faults()];

    private static PolicyFinding FindingOf(Impossible found, string rules, string levels)
    {
        var since = $"since {rules} {(found.Rules.Count > 1 ? "stand" : "stands")} in the way";
        var thrown = found.Thrown is { } e ? $": it throws {e}" : null;
        var reason = found.IsKnown
            ? $"an incident of {levels} can never {found.What}, {since}{thrown}"
            : $"no plan is known for an incident of {levels} to {found.What}, {since}{thrown ?? ": say what helps in the rule's Steps"}";
        return new($"rules.{found.Rules[0]}", reason, found.IsKnown ? PolicyFindingSeverity.Error : PolicyFindingSeverity.Advice)
        {
            Trace = found.Trace,
        };
    }

    private IEnumerable<Impossible> Faults()
    {
        var declaration = new DeclareIncident
        {
            By = ExampleMoves.Alice, Title = "An example", Service = "example", Level = _level.Rank, When = When.At(Start),
        };
        var declared = _lifecycle.Declare(CountingIncidentIds.Of(1), declaration, Start);
        if (declared.IsRefused)
        {
            yield return new("be declared", declared.Violations, true, [declaration]);
            yield break;
        }

        var start = _reached[IncidentPhase.Detection] = new(declared.Incident!, Start, [declaration]);
        foreach (var (phase, ways) in ExampleMoves.Into)
        {
            if (FirstRefusal(start, ways, phase) is { } refusal && !(phase == IncidentPhase.Mitigation && CanComeBack()))
                yield return refusal with { What = $"reach the phase {phase}" };
        }

        foreach (var (phase, ways) in ExampleMoves.OutOf)
        {
            if (_reached.TryGetValue(phase, out var place) && FirstRefusal(place, ways, null) is { } refusal)
                yield return refusal with { What = $"leave the phase {phase}" };
        }

        foreach (var (what, from, command) in ExampleMoves.Gates(_lifecycle.Policy, _level))
        {
            if (_reached.TryGetValue(from, out var place) && FirstRefusal(place, [command], null) is { } refusal)
                yield return refusal with { What = what };
        }
    }

    private bool CanComeBack() => new[] { IncidentPhase.Resolution, IncidentPhase.Recovery }.Any(phase =>
        _reached.TryGetValue(phase, out var place)
        && FirstRefusal(place, [ExampleMoves.Recur], IncidentPhase.Mitigation) is null);

    // Null if one of the commands is accepted in the end, and leads to the phase.
    private Impossible? FirstRefusal(Reached from, IReadOnlyList<IncidentCommand> commands, IncidentPhase? to)
    {
        Impossible? first = null;
        foreach (var command in commands)
        {
            var way = _lifecycle.WayTo(from.Incident, command, from.Now, Options);
            if (way.Kind == WayKind.AlreadySo && to is null)
                return null;
            if (way.Exists && Played(from, command, way) is var after && (to is null || after.Incident.Phase == to))
            {
                _reached.TryAdd(after.Incident.Phase, after);
                return null;
            }

            first ??= new("", way.Obstacles, way.Kind != WayKind.Unknown, Refused(from, command, way).Trace);
        }

        return first;
    }

    // Without the rules that stand in the way there may be a plan: followed under all rules, it ends at the command that they refuse.
    private Reached Refused(Reached from, IncidentCommand command, Way way)
    {
        var relaxed = way.Obstacles.Select(v => v.Rule)
            .Where(id => _lifecycle.Policy.Rules.Any(rule => rule.Id == id && !rule.IsMandatory))
            .Aggregate(_lifecycle.Policy, (policy, id) => policy.With(id, RuleEnforcement.Off));
        return Played(from, command, new IncidentLifecycle(relaxed).WayTo(from.Incident, command, from.Now, Options));
    }

    // Follows a plan to the command, or to the first step that is refused.
    private Reached Played(Reached from, IncidentCommand command, Way way)
    {
        var (incident, now, trace) = (from.Incident, from.Now, from.Trace.ToList());
        foreach (var step in way.Steps)
        {
            if (step is WaitStep wait)
                now = wait.Until;
            else if (step is ChangeStep change)
                command = change.Example;
            else if (!IsAccepted(((CommandStep)step).Example))
                return new(incident, now, trace);
        }

        IsAccepted(command);
        return new(incident, now, trace);

        bool IsAccepted(IncidentCommand given)
        {
            trace.Add(given with { When = When.At(now) });
            var decision = _lifecycle.Decide(incident, given, now);
            incident = decision.Incident!;
            return decision.IsAccepted;
        }
    }

    private sealed record Reached(Incident Incident, DateTimeOffset Now, IReadOnlyList<IncidentCommand> Trace);
}
