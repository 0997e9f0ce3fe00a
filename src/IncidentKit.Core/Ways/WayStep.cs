namespace IncidentKit;

/// <summary>One step of a way: a command to give, a wait, or a change of the command that was refused.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class WayStep
{
    private protected WayStep(int number, string title, IReadOnlyList<StepParameter> parameters) =>
        (Number, Title, Parameters) = (number, title, parameters);

    /// <summary>The place of the step in its way, from 1.</summary>
    public int Number { get; }

    /// <summary>What it is, as a sentence.</summary>
    public string Title { get; }

    /// <summary>What the caller fills in; each value that keeps its constraint will do.</summary>
    public IReadOnlyList<StepParameter> Parameters { get; }

    /// <inheritdoc />
    public sealed override string ToString() =>
        Parameters.Count == 0 ? $"{Number}. {Title}" : $"{Number}. {Title} ({string.Join("; ", Parameters)})";

    /// <summary>The values under the names that the rule knows.</summary>
    private protected StepValues Named(StepValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Dictionary<string, string> faults = new(StringComparer.Ordinal);
        var named = StepValues.None;
        foreach (var parameter in Parameters)
        {
            var value = values.Find(parameter.Key);
            if (parameter.FaultOf(value, values) is { } fault)
                faults[parameter.Key] = fault;
            else
                named = named.With(parameter.Name, value!);
        }

        return faults.Count == 0 ? named : throw new StepValuesException(faults);
    }
}

/// <summary>A command to give to the incident.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CommandStep : WayStep
{
    private readonly Func<StepValues, IncidentCommand> _make;

    internal CommandStep(
        int number,
        string title,
        IReadOnlyList<StepParameter> parameters,
        Func<StepValues, IncidentCommand> make,
        IncidentCommand example)
        : base(number, title, parameters) => (_make, Example) = (make, example);

    /// <summary>The command with the example of each parameter.</summary>
    public IncidentCommand Example { get; }

    /// <summary>The command to give.</summary>
    /// <param name="values">A value for the key of each parameter; those of earlier steps, too, where a constraint names them.</param>
    /// <exception cref="StepValuesException">A value is missing or does not keep its constraint; all of them are named.</exception>
    public IncidentCommand ToCommand(StepValues values) => _make(Named(values));
}

/// <summary>
/// A wait. The instant holds where the steps before it are given at the moment that was asked about; where
/// they take longer, ask again.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class WaitStep : WayStep
{
    internal WaitStep(int number, string title, DateTimeOffset until)
        : base(number, title, []) => Until = until;

    /// <summary>The instant, in UTC, at which the next step may be taken.</summary>
    public DateTimeOffset Until { get; }
}

/// <summary>A change of the command that was refused, which lacks something.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ChangeStep : WayStep
{
    private readonly Func<IncidentCommand, StepValues, IncidentCommand> _make;

    internal ChangeStep(
        int number,
        string title,
        IReadOnlyList<StepParameter> parameters,
        string field,
        Func<IncidentCommand, StepValues, IncidentCommand> make,
        IncidentCommand example)
        : base(number, title, parameters) => (_make, Field, Example) = (make, field, example);

    /// <summary>The field that changes.</summary>
    public string Field { get; }

    /// <summary>The changed command with the example of each parameter.</summary>
    public IncidentCommand Example { get; }

    /// <summary>The changed command.</summary>
    /// <param name="command">The command that the way leads to, with the changes of earlier steps.</param>
    /// <param name="values">A value for the key of each parameter.</param>
    /// <exception cref="StepValuesException">A value is missing or does not keep its constraint; all of them are named.</exception>
    public IncidentCommand ApplyTo(IncidentCommand command, StepValues values)
    {
        ArgumentNullException.ThrowIfNull(command);
        return _make(command, Named(values));
    }
}
