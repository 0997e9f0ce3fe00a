namespace IncidentKit;

/// <summary>
/// Finds the way that costs least. The rules that refuse the command in a state offer the steps that lead on, and so do those that refuse
/// these steps.
/// </summary>
internal sealed class WaySearch
{
    private const int MostIdle = 2;

    private readonly WayOffers _offers;
    private readonly WayNode _start;
    private readonly WayOptions _options;
    private bool _isStuck;

    public WaySearch(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options)
    {
        _options = options;
        _offers = new WayOffers(lifecycle, options.WaitAtMost is { } wait ? now.Plus(wait) : DateTimeOffset.MaxValue);
        _start = Nearest = new WayNode(lifecycle, incident, command, now);
    }

    /// <summary>The state in which the fewest rules refuse the command.</summary>
    public WayNode Nearest { get; private set; }

    /// <summary>Whether every state was looked at that the offers lead to.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Finds the way, as a host is told of it.</summary>
    public static Way Find(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options)
    {
        var search = new WaySearch(lifecycle, incident, command, now, options);
        var violations = search._start.Violations;
        if (violations.Count == 0)
            return new Way(WayKind.Open, [], [], []);
        if (violations.Any(v => v.Category == ViolationCategory.Validation))
            return new Way(WayKind.Malformed, [], violations, violations);
        if (search._offers.NothingIsToBeDone(search._start))
            return new Way(WayKind.AlreadySo, [], violations, violations);
        if (search.Goal() is { } goal)
            return new Way(WayKind.Steps, WayBuilder.StepsOf(goal.Path()), violations, []);
        return new Way(search.IsKnown ? WayKind.None : WayKind.Unknown, [], violations, search.Obstacles);
    }

    /// <summary>What no step was found to help against.</summary>
    public IReadOnlyList<Violation> Obstacles => _offers.Opaque.Count > 0 ? [.. _offers.Opaque.Values] : _offers.Blamed(Nearest);

    /// <summary>Whether "no state was found" means that there is none.</summary>
    public bool IsKnown => IsComplete && _offers.Opaque.Count == 0;

    /// <summary>The state in which the command is accepted; null where none was found.</summary>
    public WayNode? Goal()
    {
        if (_start.Violations.Count == 0)
            return _start;
        foreach (var upTo in _options.WaiversCount ? [StepResort.Waiver] : Enum.GetValues<StepResort>())
        {
            // If nothing is found, a step may have to be taken before anything asks for it: what was offered anywhere is tried everywhere.
            if ((Goal(upTo, false) ?? Goal(upTo, true)) is { } goal)
                return goal;
            // Beyond the limit, milder steps might have been enough.
            if (!IsComplete)
                return null;
        }

        return null;
    }

    private WayNode? Goal(StepResort upTo, bool ahead)
    {
        var open = new PriorityQueue<WayNode, (int Cost, bool IsRefused, int Place)>();
        var costs = new Dictionary<(object Facts, int GivenByHosts, int Idle), int> { [_start.State] = 0 };
        open.Enqueue(_start, default);
        while (open.TryDequeue(out var node, out _))
        {
            if (node.Violations.Count == 0)
                return node;
            var steps = _offers.From(node, upTo, ahead);
            if (steps.Count == 0 && node.Violations.Count == Nearest.Violations.Count && !_isStuck)
                (Nearest, _isStuck) = (node, true);
            foreach (var step in steps)
            {
                var next = node.After(step, CostOf(step.Offer.Resort))!;
                // What changes nothing again and again leads nowhere; what exceeds a limit might have led somewhere.
                if (next.State.Idle > MostIdle)
                    continue;
                if (next.Depth > _options.MaxSteps || costs.Count >= _options.MaxStates)
                    IsComplete = false;
                else if (!costs.TryGetValue(next.State, out var cost) || next.Cost < cost)
                    open.Enqueue(next, (costs[next.State] = next.Cost, next.Violations.Count > 0, costs.Count));
                if (next.Violations.Count < Nearest.Violations.Count)
                    (Nearest, _isStuck) = (next, false);
            }
        }

        return null;
    }

    // Whatever is honest costs least: a last resort comes in if no acts help, and a waiver if nothing else does.
    private int CostOf(StepResort resort) => _options.WaiversCount ? 1 : resort switch
    {
        StepResort.Act => 1,
        StepResort.Fallback => 100,
        _ => 10_000,
    };
}
