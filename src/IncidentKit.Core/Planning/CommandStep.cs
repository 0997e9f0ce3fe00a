namespace IncidentKit;

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
