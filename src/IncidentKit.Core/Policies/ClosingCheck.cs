namespace IncidentKit;

/// <summary>Plans how one incident of each level is resolved and closed, and finds the rules that never let it happen.</summary>
internal static class ClosingCheck
{
    // A sound policy needs a few dozen states at a level; a rule that offers steps without end must not stop the start of a host.
    private static readonly WayOptions Options = new() { MaxStates = 200 };
    private static readonly DateTimeOffset Start = new(2025, 11, 18, 14, 23, 0, TimeSpan.Zero);
    private static readonly IncidentId Id = new(new Guid("018f0000-0000-7000-8000-000000000001"));
    private static readonly Responder Alice = new("alice");

    /// <summary>The faults of all levels. A fault of several levels is reported once.</summary>
    public static IEnumerable<PolicyFault> FaultsOf(IncidentPolicy policy)
    {
        var lifecycle = IncidentLifecycle.Unchecked(policy);
        return policy.Levels.Select(level => (level.Name, Fault: FaultOf(lifecycle, level)))
            .Where(found => found.Fault is not null)
            .GroupBy(found => (found.Fault!.Place, found.Fault.Reason))
            .Select(same => new PolicyFault(
                same.Key.Place,
                $"an incident of {string.Join(" or ", same.Select(found => found.Name))} can never {same.Key.Reason}")
            {
                Trace = same.First().Fault!.Trace,
            });
    }

    private static PolicyFault? FaultOf(IncidentLifecycle lifecycle, SeverityLevel level)
    {
        var declaration = new DeclareIncident
        {
            By = Alice, Title = "An example", Service = "example", Level = level.Rank, When = When.At(Start),
        };
        var declared = lifecycle.Declare(Id, declaration, Start);
        if (declared.Incident is not { } incident)
            return Fault("be declared", declared.Violations, [declaration]);

        IReadOnlyList<IncidentCommand> trace = [declaration];
        var now = Start;
        foreach (var (what, command) in new (string, IncidentCommand)[]
        {
            ("be resolved", new ResolveIncident { By = Alice }),
            ("be closed", new CloseIncident { By = Alice }),
        })
        {
            var search = new WaySearch(lifecycle, incident, command, now, Options);
            if (search.Goal() is not { } goal)
            {
                var nearest = search.Nearest;
                return search.IsKnown
                    ? Fault(what, search.Obstacles, [.. trace, .. nearest.Trace(), command with { When = When.At(nearest.Now) }])
                    : null;
            }

            now = goal.Now;
            incident = lifecycle.Decide(goal.Incident, goal.Target, now).Incident!;
            trace = [.. trace, .. goal.Trace(), goal.Target with { When = When.At(now) }];
        }

        return null;
    }

    private static PolicyFault Fault(string what, IReadOnlyList<Violation> refused, IReadOnlyList<IncidentCommand> trace)
    {
        var rules = refused.Select(v => v.Rule).Distinct().ToList();
        var thrown = refused.Select(v => v.Exception).FirstOrDefault(e => e is not null);
        return new(
            $"rules.{rules[0]}",
            $"{what}, since {string.Join(", ", rules)} {(rules.Count > 1 ? "stand" : "stands")} in the way"
                + (thrown is null ? null : $": it throws {RuleAnswer.Reason(thrown)}"))
        {
            Trace = trace,
        };
    }
}
