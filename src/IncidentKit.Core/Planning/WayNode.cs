namespace IncidentKit;

/// <summary>A state that steps lead to.</summary>
internal sealed class WayNode(
    Incident incident,
    IncidentCommand target,
    DateTimeOffset now,
    IReadOnlyList<Violation> violations,
    WayNode? parent,
    FilledOffer? step)
{
    public Incident Incident { get; } = incident;

    /// <summary>The command that the way leads to, as changed so far.</summary>
    public IncidentCommand Target { get; } = target;

    public DateTimeOffset Now { get; } = now;

    /// <summary>Why the command is refused here.</summary>
    public IReadOnlyList<Violation> Violations { get; } = violations;

    public WayNode? Parent { get; } = parent;

    /// <summary>The step that leads here from the parent.</summary>
    public FilledOffer? Step { get; } = step;

    /// <summary>The people who are known here, those that fit most often first.</summary>
    public IReadOnlyList<Responder> People => field ??= [.. WayPeople.Known(Incident, Target), WayPeople.Somebody(Incident, 1)];

    /// <summary>What the rules of the library look at here.</summary>
    public WayState State { get; init; }

    public int Waits { get; } = parent is null ? 0 : parent.Waits + (step!.Offer.WaitUntil is null ? 0 : 1);

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    /// <summary>The commands from the start, each at its time.</summary>
    public IReadOnlyList<IncidentCommand> Trace()
    {
        var trace = new List<IncidentCommand>();
        for (var node = this; node.Step is { } step; node = node.Parent!)
        {
            if (step is { Offer.MakeCommand: not null, Given: { } given })
                trace.Insert(0, given with { When = When.At(node.Now) });
        }

        return trace;
    }

    /// <summary>The steps from the start.</summary>
    public IReadOnlyList<FilledOffer> Path()
    {
        var path = new List<FilledOffer>();
        for (var node = this; node.Step is { } step; node = node.Parent!)
            path.Insert(0, step);
        return path;
    }
}
