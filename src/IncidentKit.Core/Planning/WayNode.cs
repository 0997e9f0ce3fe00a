using System.Globalization;

namespace IncidentKit;

/// <summary>A state that steps lead to.</summary>
internal sealed class WayNode(
    IncidentLifecycle lifecycle,
    Incident incident,
    IncidentCommand target,
    DateTimeOffset now,
    WayNode? parent = null,
    FilledOffer? step = null,
    int cost = 0)
{
    private const string StandInPrefix = "person-";
    private (object Facts, int GivenByHosts, int Idle)? _state;

    public Incident Incident { get; } = incident;

    public IncidentPolicy Policy => lifecycle.Policy;

    /// <summary>The command that the way leads to, as changed so far.</summary>
    public IncidentCommand Target { get; } = target;

    public DateTimeOffset Now { get; } = now;

    /// <summary>The step that leads here from the parent.</summary>
    public FilledOffer? Step { get; } = step;

    /// <summary>Why the command is refused here.</summary>
    public IReadOnlyList<Violation> Violations => field ??= lifecycle.ViolationsOf(Incident, Target, Now);

    /// <summary>
    /// What the rules look at here. A host's rule may look at more, such as notes: then it counts what was given, in any order, and
    /// how many steps changed nothing else.
    /// </summary>
    public (object Facts, int GivenByHosts, int Idle) State => _state ??= StateOf();

    /// <summary>What the steps from the start cost.</summary>
    public int Cost { get; } = parent is null ? 0 : parent.Cost + cost;

    /// <summary>The person who gives the command; null for a program.</summary>
    public Responder? Asker => Target.By as Responder;

    private WayNode? Parent { get; } = parent;

    public int Waits { get; } = parent is null ? 0 : parent.Waits + (step!.Offer.WaitUntil is null ? 0 : 1);

    public int Depth { get; } = parent is null ? 0 : parent.Depth + 1;

    private int StandIns { get; } = parent is null ? 0 : parent.StandIns + step!.Offer.Parameters.Count(p =>
        step!.Values.Find(p.Name) is Responder person && IsStandIn(person) && !parent!.Incident.Responders.Contains(person));

    /// <summary>Whether a person stands for someone that the caller will name.</summary>
    public static bool IsStandIn(Responder person) => person.Id.StartsWith(StandInPrefix, StringComparison.Ordinal);

    /// <summary>The stand-in with a number.</summary>
    public static Responder StandIn(int number) => new(string.Create(CultureInfo.InvariantCulture, $"{StandInPrefix}{number}"));

    /// <summary>The state after a step; null if the step is refused.</summary>
    public WayNode? After(FilledOffer step, int cost = 0)
    {
        var now = step.Offer.WaitUntil ?? Now;
        if (step.Offer.WaitUntil is not null)
            return new(lifecycle, Incident, Target, now, this, step, cost);
        if (step.Given is not { } given)
            return null;
        if (step.Offer.MakeChange is not null)
            return new(lifecycle, Incident, given, now, this, step, cost);
        return lifecycle.Decide(Incident, given, now).Incident is { } after ? new(lifecycle, after, Target, now, this, step, cost) : null;
    }

    /// <summary>A value for each parameter; null if a parameter has none.</summary>
    public StepValues? Fill(IReadOnlyList<StepParameter> parameters)
    {
        var (values, standIns) = (StepValues.None, StandIns);
        foreach (var p in parameters)
        {
            var value = p.Kind != StepParameterKind.Person ? p.Example
                : (p.OneOf ?? p.Preferred).FirstOrDefault(p.IsFree) is { } meant ? meant
                : p.OneOf is not null ? null
                : p is { Name: nameof(IncidentCommand.By), NoneOf.Count: 0 } && Asker is { } asker ? asker
                : NextStandIn(ref standIns);
            if (value is null)
                return null;
            values = values.With(p.Name, value);
        }

        return values;
    }

    /// <summary>The states from the start to this one.</summary>
    public IReadOnlyList<WayNode> Path()
    {
        List<WayNode> path = [];
        for (var node = this; node is not null; node = node.Parent)
            path.Add(node);
        path.Reverse();
        return path;
    }

    /// <summary>The commands from the start, each at its time.</summary>
    public IReadOnlyList<IncidentCommand> Trace() =>
    [
        .. Path().Where(node => node.Step is { Offer.MakeCommand: not null })
            .Select(node => node.Step!.Given! with { When = When.At(node.Now) }),
    ];

    private (object Facts, int GivenByHosts, int Idle) StateOf()
    {
        var facts = WayState.Of(Incident, Target, Now);
        var (before, given, idle) = Parent?.State ?? (facts, 0, 0);
        return Step is { IsOfHost: true, Given: { } command } && facts.Equals(before)
            ? (facts, unchecked(given + command.GetHashCode()), idle + 1)
            : (facts, given, idle);
    }

    private Responder NextStandIn(ref int count)
    {
        for (; ; )
        {
            var person = StandIn(++count);
            if (!Incident.Responders.Contains(person))
                return person;
        }
    }
}
