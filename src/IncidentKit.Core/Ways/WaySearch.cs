namespace IncidentKit;

/// <summary>Finds the shortest way by breadth: from each state lead the few steps that the rules that refuse offer, and what refuses those.</summary>
internal sealed class WaySearch
{
    private const int MostSteps = 16;
    private const int MostStates = 4000;

    private readonly IncidentLifecycle _lifecycle;
    private readonly WayOffers _offers;
    private readonly WayNode _start;

    public WaySearch(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options, bool widely)
    {
        _lifecycle = lifecycle;
        _offers = new WayOffers(lifecycle, options.WaitAtMost is { } wait ? now.Plus(wait) : DateTimeOffset.MaxValue, widely);
        _start = Nearest = new WayNode(incident, command, now, lifecycle.ViolationsOf(incident, command, now), null, null);
    }

    /// <summary>The state in which the fewest rules refuse the command.</summary>
    public WayNode Nearest { get; private set; }

    /// <summary>Whether every state was looked at that the offers lead to.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>Finds the way, as a host is told of it.</summary>
    public static Way Find(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, WayOptions options)
    {
        var search = new WaySearch(lifecycle, incident, command, now, options, widely: false);
        var violations = search._start.Violations;
        if (violations.Count == 0)
            return new Way(WayKind.Open, [], [], []);
        if (violations.Any(v => BuiltInRules.IsForm(v.Rule)))
            return new Way(WayKind.Malformed, [], violations, violations);
        if (search._offers.NothingIsToBeDone(search._start))
            return new Way(WayKind.AlreadySo, [], violations, violations);
        if (search.Goal(options) is { } goal)
            return new Way(WayKind.Steps, WayBuilder.StepsOf(lifecycle, search._start, goal.Path()), violations, []);
        return search.IsKnown
            ? new Way(WayKind.None, [], violations, search.Nearest.Violations)
            : new Way(WayKind.Unknown, [], violations, search._offers.Opaque.Count > 0 ? [.. search._offers.Opaque.Values] : search.Nearest.Violations);
    }

    /// <summary>Whether "no state was found" means that there is none.</summary>
    public bool IsKnown => IsComplete && _offers.Opaque.Count == 0;

    /// <summary>The state in which the command is accepted; null where none was found.</summary>
    public WayNode? Goal(WayOptions options)
    {
        if (_start.Violations.Count == 0)
            return _start;
        foreach (var upTo in options.WaiversCount ? [StepResort.Waiver] : new[] { StepResort.Act, StepResort.Fallback, StepResort.Waiver })
        {
            if (Goal(upTo) is { } goal)
                return goal;
        }

        return null;
    }

    private WayNode? Goal(StepResort upTo)
    {
        var queue = new Queue<WayNode>([_start]);
        var seen = new HashSet<WayState> { WayState.Of(_start) };
        while (queue.TryDequeue(out var node))
        {
            foreach (var step in _offers.From(node, upTo))
            {
                var next = After(node, step);
                if (!seen.Add(WayState.Of(next)))
                    continue;
                if (next.Violations.Count == 0)
                    return next;
                if (next.Violations.Count < Nearest.Violations.Count)
                    Nearest = next;
                if (next.Depth < MostSteps && seen.Count < MostStates)
                    queue.Enqueue(next);
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
            // In whatever order: what a host's rule offered twice was given twice.
            GivenByHosts = step.IsOfHost && step.Given is { } given ? unchecked(node.GivenByHosts + given.GetHashCode()) : node.GivenByHosts,
        };
    }
}
