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
