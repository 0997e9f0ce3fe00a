namespace IncidentKit;

/// <summary>The shortest way after which an incident accepts a command.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Way
{
    internal Way(WayKind kind, IReadOnlyList<WayStep> steps, IReadOnlyList<Violation> violations, IReadOnlyList<Violation> obstacles) =>
        (Kind, Steps, Violations, Obstacles) = (kind, steps, violations, obstacles);

    /// <summary>What it says.</summary>
    public WayKind Kind { get; }

    /// <summary>The steps, in order; empty where there are none.</summary>
    public IReadOnlyList<WayStep> Steps { get; }

    /// <summary>Why the command is refused as things stand; empty where it is accepted.</summary>
    public IReadOnlyList<Violation> Violations { get; }

    /// <summary>What no step helps against, with the remedy that its rule names; empty where there is a way.</summary>
    public IReadOnlyList<Violation> Obstacles { get; }

    /// <summary>Whether the command is accepted, at once or after the steps.</summary>
    public bool Exists => Kind is WayKind.Open or WayKind.Steps;

    /// <summary>The example of every parameter, by its key: for trying a way, not for the record.</summary>
    public StepValues Examples => Steps.SelectMany(step => step.Parameters)
        .Aggregate(StepValues.None, (values, parameter) => values.With(parameter.Key, parameter.Example!));

    /// <inheritdoc />
    public override string ToString() => Kind switch
    {
        WayKind.Open => "Nothing is needed.",
        WayKind.Steps => string.Join('\n', Steps),
        WayKind.AlreadySo or WayKind.Malformed => string.Join(' ', Violations.Select(v => v.Remedy)),
        WayKind.Unknown => $"No way is known past {Rules}. {string.Join(' ', Obstacles.Select(v => v.Remedy))}",
        _ => $"There is no way past {Rules}. {string.Join(' ', Obstacles.Select(v => v.Remedy))}",
    };

    private string Rules => string.Join(", ", Obstacles.Select(v => v.Rule).Distinct());
}
