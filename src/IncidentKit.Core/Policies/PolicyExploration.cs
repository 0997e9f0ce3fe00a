namespace IncidentKit;

/// <summary>Plays an incident of a level through under a policy, and finds what it can never reach, leave or do.</summary>
internal sealed class PolicyExploration
{
    private static readonly WayOptions Options = new() { MaxStates = 1000 };
    private static readonly DateTimeOffset Start = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
    private static readonly IncidentId Id = new(new Guid("018f0000-0000-7000-8000-000000000001"));

    private readonly IncidentLifecycle _lifecycle;
    private readonly IncidentPolicy _policy;
    private readonly SeverityLevel _level;
    private readonly Dictionary<IncidentPhase, Reached> _reached = [];

    private PolicyExploration(IncidentPolicy policy, SeverityLevel level) =>
        (_lifecycle, _policy, _level) = (IncidentLifecycle.Unchecked(policy), policy, level);

    /// <summary>The faults of all levels; one that several levels have is told once.</summary>
    public static IEnumerable<PolicyFault> FaultsOf(IncidentPolicy policy) =>
        policy.Levels.SelectMany(level => Of(policy, level).Select(found => (Level: level.Name, Found: found)))
            .GroupBy(f => (f.Found.What, Rules: string.Join(", ", f.Found.Rules)))
            .Select(same => FaultOf(same.First().Found, same.Key.Rules, string.Join(" or ", same.Select(f => f.Level))));

    /// <summary>What an incident of a level can never do.</summary>
    public static IReadOnlyList<Impossible> Of(IncidentPolicy policy, SeverityLevel level) =>
        [.. new PolicyExploration(policy, level).Faults()];

    private static PolicyFault FaultOf(Impossible found, string rules, string levels)
    {
        var since = $"since {rules} {(found.Rules.Count > 1 ? "stand" : "stands")} in the way";
        var thrown = found.Thrown is { } e ? $": it throws {RuleAnswer.Reason(e)}" : null;
        var reason = found.IsKnown
            ? $"an incident of {levels} can never {found.What}, {since}{thrown}"
            : $"no way is known for an incident of {levels} to {found.What}, {since}{thrown ?? ": say what helps in the rule's Steps"}";
        return new($"rules.{found.Rules[0]}", reason)
        {
            Trace = found.Trace, Severity = found.IsKnown ? PolicyFaultSeverity.Error : PolicyFaultSeverity.Advice,
        };
    }

    private IEnumerable<Impossible> Faults()
    {
        var declaration = new DeclareIncident
        {
            By = ExampleMoves.Alice, Title = "An example", Service = "example", Level = _level.Rank, When = When.At(Start),
        };
        var declared = _lifecycle.Declare(Id, declaration, Start);
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

        foreach (var (what, from, command) in ExampleMoves.Gates(_policy, _level))
        {
            if (_reached.TryGetValue(from, out var place) && FirstRefusal(place, [command], null) is { } refusal)
                yield return refusal with { What = what };
        }
    }

    private bool CanComeBack() => new[] { IncidentPhase.Resolution, IncidentPhase.Recovery }.Any(phase =>
        _reached.TryGetValue(phase, out var place)
        && FirstRefusal(place, [ExampleMoves.Recur], IncidentPhase.Mitigation) is null);

    // Null where one of the commands is accepted at last, and leads to the phase.
    private Impossible? FirstRefusal(Reached from, IReadOnlyList<IncidentCommand> ways, IncidentPhase? to)
    {
        Impossible? first = null;
        foreach (var command in ways)
        {
            var search = new WaySearch(_lifecycle, from.Incident, command, from.Now, Options);
            if (search.Goal() is { } goal && After(from, goal) is var after && (to is null || after.Incident.Phase == to))
            {
                _reached.TryAdd(after.Incident.Phase, after);
                return null;
            }

            first ??= new(
                "",
                search.Obstacles,
                search.IsKnown,
                [.. from.Trace, .. search.Nearest.Trace(), command with { When = When.At(search.Nearest.Now) }]);
        }

        return first;
    }

    private Reached After(Reached from, WayNode goal) => new(
        _lifecycle.Decide(goal.Incident, goal.Target, goal.Now).Incident!,
        goal.Now,
        [.. from.Trace, .. goal.Trace(), goal.Target with { When = When.At(goal.Now) }]);

    private sealed record Reached(Incident Incident, DateTimeOffset Now, IReadOnlyList<IncidentCommand> Trace);
}
