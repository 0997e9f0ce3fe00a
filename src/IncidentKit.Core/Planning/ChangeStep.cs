namespace IncidentKit;

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
