namespace IncidentKit;

/// <summary>
/// Finds the shortest way by breadth: from each state lead the few steps that the rules that refuse
/// offer, and what refuses those.
/// </summary>
internal sealed class WaySearch
{
    private const int MostSteps = 16;
    private const int MostStates = 4000;
    private const int MostIdle = 2;

    private readonly IncidentLifecycle _lifecycle;
    private readonly WayOffers _offers;
    private readonly WayNode _start;
    private readonly int _mostStates;
    private bool _hasLeftOut;
    private bool _isStuck;

    public WaySearch(
        IncidentLifecycle lifecycle,
        Incident incident,
        IncidentCommand command,
        DateTimeOffset now,
        WayOptions options,
        int mostStates)
    {
        (_lifecycle, _mostStates) = (lifecycle, mostStates);
        _offers = new WayOffers(lifecycle, options.WaitAtMost is { } wait ? now.Plus(wait) : DateTimeOffset.MaxValue);
        _start = Nearest = new WayNode(incident, command, now, lifecycle.ViolationsOf(incident, command, now), null, null)
        {
            State = WayState.Of(incident, command, now),
        };
    }

    /// <summary>The state in which the fewest rules refuse the command.</summary>
    public WayNode Nearest { get; private set; }

    /// <summary>Whether every state was looked at that the offers lead to.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Finds the way, as a host is told of it.</summary>
    public static Way Find(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options)
    {
        var search = new WaySearch(lifecycle, incident, command, now, options, MostStates);
        var violations = search._start.Violations;
        if (violations.Count == 0)
            return new Way(WayKind.Open, [], [], []);
        if (violations.Any(v => BuiltInRules.IsForm(v.Rule)))
            return new Way(WayKind.Malformed, [], violations, violations);
        if (search._offers.NothingIsToBeDone(search._start))
            return new Way(WayKind.AlreadySo, [], violations, violations);
        if (search.Goal(options) is { } goal)
            return new Way(WayKind.Steps, WayBuilder.StepsOf(lifecycle, search._start, goal.Path()), violations, []);
        return search is { IsKnown: true, _hasLeftOut: false }
            ? new Way(WayKind.None, [], violations, search.Obstacles)
            : new Way(WayKind.Unknown, [], violations, search.Obstacles);
    }

    /// <summary>What no step was found to help against.</summary>
    public IReadOnlyList<Violation> Obstacles => _offers.Opaque.Count > 0 ? [.. _offers.Opaque.Values] : _offers.Blamed(Nearest);

    /// <summary>Whether "no state was found" means that there is none.</summary>
    public bool IsKnown => IsComplete && _offers.Opaque.Count == 0;

    /// <summary>The state in which the command is accepted; null where none was found.</summary>
    public WayNode? Goal(WayOptions options)
    {
        if (_start.Violations.Count == 0)
            return _start;
        foreach (var upTo in options.WaiversCount ? [StepResort.Waiver] : new[] { StepResort.Act, StepResort.Fallback, StepResort.Waiver })
        {
            // Where nothing is found, a step may have to be taken before anything asks for it: what was offered
            // anywhere is tried everywhere.
            for (var (ahead, tried) = (false, 0); !ahead || tried < _offers.Pool.Count; ahead = true)
            {
                tried = ahead ? _offers.Pool.Count : 0;
                if (Goal(upTo, ahead) is { } goal)
                    return goal;
            }
        }

        return null;
    }

    private WayNode? Goal(StepResort upTo, bool ahead)
    {
        List<WayNode> open = [_start];
        var seen = new HashSet<WayState> { _start.State };
        for (var i = 0; i < open.Count; i++)
        {
            var node = open[i];
            var steps = _offers.From(node, upTo, ahead);
            if (steps.Count == 0 && node.Violations.Count == Nearest.Violations.Count && !_isStuck)
                (Nearest, _isStuck) = (node, true);
            foreach (var step in steps)
            {
                var next = After(node, step);
                if (next.State.Idle > MostIdle)
                    _hasLeftOut = true;
                if (next.State.Idle > MostIdle || !seen.Add(next.State))
                    continue;
                if (next.Violations.Count == 0)
                    return next;
                if (next.Violations.Count < Nearest.Violations.Count)
                    (Nearest, _isStuck) = (next, false);
                if (next.Depth < MostSteps && seen.Count < _mostStates)
                    open.Add(next);
                else
                    IsComplete = false;
            }
        }

        return null;
    }

    private WayNode After(WayNode node, FilledOffer step)
    {
        var now = step.Offer.WaitUntil ?? node.Now;
        var target = step.Offer.MakeChange is null ? node.Target : step.Given!;
        var incident = step.Offer.MakeCommand is null ? node.Incident : _lifecycle.Decide(node.Incident, step.Given!, now).Incident!;
        return new WayNode(incident, target, now, _lifecycle.ViolationsOf(incident, target, now), node, step)
        {
            State = node.State.After(step, incident, target, now),
        };
    }
}
