using System.Diagnostics.CodeAnalysis;

namespace IncidentKit;

/// <summary>A step that a rule offers where it is broken.</summary>
/// <remarks>
/// It is tried before it is shown: an offer that helps nobody does no harm. Immutable and thread-safe where its functions are.
/// </remarks>
public sealed class StepOffer
{
    private StepOffer(string title, IReadOnlyList<StepParameter> parameters) => (Title, Parameters) = (title, parameters);

    /// <summary>Nothing is to be done: what the command is for is the case already.</summary>
    public static StepOffer NothingToDo { get; } = new("Nothing to do.", []);

    /// <summary>What it is, as a sentence such as "Publish the post-mortem."</summary>
    public string Title { get; }

    /// <summary>What the caller fills in.</summary>
    public IReadOnlyList<StepParameter> Parameters { get; private init; }

    /// <summary>What kind of thing it is.</summary>
    /// <value><see cref="StepResort.Act"/>.</value>
    public StepResort Resort { get; private init; }

    internal Func<StepValues, IncidentCommand>? MakeCommand { get; private init; }

    internal Func<IncidentCommand, StepValues, IncidentCommand>? MakeChange { get; private init; }

    internal DateTimeOffset? WaitUntil { get; private init; }

    internal string? Field { get; private init; }

    internal int Order => Resort switch
    {
        _ when MakeChange is not null => 0,
        StepResort.Act => WaitUntil is null ? 1 : 2,
        StepResort.Fallback => 3,
        _ => 4,
    };

    /// <summary>A command to give.</summary>
    /// <param name="title">What it is, as a sentence.</param>
    /// <param name="make">Makes the command; asks the values by the names of <paramref name="parameters"/>.</param>
    /// <param name="parameters">What the caller fills in.</param>
    public static StepOffer Give(string title, Func<StepValues, IncidentCommand> make, params IReadOnlyList<StepParameter> parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(title, parameters) { MakeCommand = make };
    }

    /// <summary>A change of the command that was refused: something that it lacks.</summary>
    /// <param name="title">What it is, as a sentence.</param>
    /// <param name="field">The field that changes.</param>
    /// <param name="make">Makes the changed command; asks the values by the names of <paramref name="parameters"/>.</param>
    /// <param name="parameters">What the caller fills in.</param>
    public static StepOffer Change(
        string title, string field, Func<IncidentCommand, StepValues, IncidentCommand> make, params IReadOnlyList<StepParameter> parameters)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(title);
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        ArgumentNullException.ThrowIfNull(make);
        ArgumentNullException.ThrowIfNull(parameters);
        return new(title, parameters) { MakeChange = make, Field = field };
    }

    /// <summary>A wait until an instant.</summary>
    public static StepOffer Wait(DateTimeOffset until) => new($"Wait until {When.At(until)}.", []) { WaitUntil = until.ToUniversalTime() };

    /// <summary>The same, as another kind of thing.</summary>
    public StepOffer As(StepResort resort) => Copy(Parameters, resort);

    internal StepOffer With(IReadOnlyList<StepParameter> parameters) => Copy(parameters, Resort);

    /// <summary>The command that some values make; null if the host's function throws.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "A host's function that throws offers nothing.")]
    internal IncidentCommand? Make(IncidentCommand target, StepValues values)
    {
        try
        {
            return MakeChange?.Invoke(target, values) ?? MakeCommand?.Invoke(values);
        }
        catch (Exception)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public override string ToString() => Title;

    private StepOffer Copy(IReadOnlyList<StepParameter> parameters, StepResort resort) => new(Title, parameters)
    {
        Resort = resort,
        MakeCommand = MakeCommand,
        MakeChange = MakeChange,
        WaitUntil = WaitUntil,
        Field = Field,
    };
}
