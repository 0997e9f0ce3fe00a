using System.Globalization;

namespace IncidentKit;

/// <summary>Something that the caller fills into a step, and what it must be.</summary>
/// <remarks>A rule makes one and narrows it; each narrowing is a new one. Immutable and thread-safe.</remarks>
public sealed class StepParameter
{
    private readonly int _limit = TextField.Page;
    private string? _inWords;

    private StepParameter(string name, StepParameterKind kind, object? example, string? inWords = null, int limit = TextField.Page)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        (Name, Key, Kind, Example, _inWords, _limit) = (name, name, kind, example, inWords, limit);
    }

    /// <summary>The field that it stands for, such as "By".</summary>
    public string Name { get; }

    /// <summary>What it is called among all parameters of a way, such as "2.By": the number of the step and the field.</summary>
    public string Key { get; internal set; }

    /// <summary>What kind of value it takes.</summary>
    public StepParameterKind Kind { get; }

    /// <summary>The only people that it may be; null where others may be it too.</summary>
    public IReadOnlyList<Responder>? OneOf { get; internal set; }

    /// <summary>The people that it may not be.</summary>
    public IReadOnlyList<Responder> NoneOf { get; internal set; } = [];

    /// <summary>The keys of the parameters of the same way whose person it may not be.</summary>
    public IReadOnlyList<string> DifferentFrom { get; internal set; } = [];

    /// <summary>The key of the parameter whose person it must be; null where it stands for itself.</summary>
    public string? SameAs { get; internal set; }

    /// <summary>What it may be, for a choice.</summary>
    public IReadOnlyList<string> Choices { get; internal set; } = [];

    /// <summary>The earliest instant that it may be; null where there is none.</summary>
    public DateTimeOffset? From { get; internal set; }

    /// <summary>The latest instant that it may be; null where there is none.</summary>
    public DateTimeOffset? Until { get; internal set; }

    /// <summary>
    /// A value that keeps the constraint, with which the way was tried. An unknown person is
    /// called "person-1" and so on.
    /// </summary>
    public object? Example { get; internal set; }

    /// <summary>The constraint in words, such as "someone other than alice".</summary>
    public string Constraint => _inWords ?? (Kind switch
    {
        StepParameterKind.Person => PersonInWords(),
        StepParameterKind.Choice => Choices.Count == 1 ? Choices[0] : $"one of {string.Join(", ", Choices)}",
        StepParameterKind.Date => "a day",
        StepParameterKind.Instant =>
            $"an instant{(From is { } from ? $" from {When.At(from)}" : "")}{(Until is { } until ? $" until {When.At(until)}" : "")}",
        _ => "a text",
    });

    /// <summary>The people to try first.</summary>
    internal IReadOnlyList<Responder> Preferred { get; private set; } = [];

    /// <summary>A person.</summary>
    /// <param name="name">The field that it stands for.</param>
    public static StepParameter Person(string name) => new(name, StepParameterKind.Person, null);

    /// <summary>A text that is not blank and has at most 65,536 characters.</summary>
    /// <param name="name">The field that it stands for.</param>
    /// <param name="inWords">What it says, such as "a reason".</param>
    public static StepParameter Text(string name, string inWords) => new(name, StepParameterKind.Text, inWords, inWords);

    /// <summary>A line that is not blank and has at most 200 characters.</summary>
    /// <param name="name">The field that it stands for.</param>
    /// <param name="inWords">What it says, such as "a priority".</param>
    public static StepParameter Line(string name, string inWords) => new(name, StepParameterKind.Text, inWords, inWords, TextField.Line);

    /// <summary>One of a few words. The first is the example.</summary>
    /// <param name="name">The field that it stands for.</param>
    /// <param name="choices">The words, at least one.</param>
    public static StepParameter Choice(string name, params IReadOnlyList<string> choices)
    {
        ArgumentNullException.ThrowIfNull(choices);
        ArgumentOutOfRangeException.ThrowIfZero(choices.Count, nameof(choices));
        return new(name, StepParameterKind.Choice, choices[0]) { Choices = choices };
    }

    /// <summary>A day.</summary>
    /// <param name="name">The field that it stands for.</param>
    /// <param name="example">A day that will do.</param>
    public static StepParameter Date(string name, DateOnly example) => new(name, StepParameterKind.Date, example);

    /// <summary>An instant from <paramref name="from"/> until <paramref name="until"/>, both included.</summary>
    /// <param name="name">The field that it stands for.</param>
    /// <param name="from">The earliest.</param>
    /// <param name="until">The latest; the example.</param>
    public static StepParameter Instant(string name, DateTimeOffset from, DateTimeOffset until)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, until);
        return new(name, StepParameterKind.Instant, until) { From = from, Until = until };
    }

    /// <summary>The same, for one of <paramref name="people"/> only.</summary>
    public StepParameter Only(params IReadOnlyList<Responder> people) => Copy(p => (p.OneOf, p._inWords) = (people, null));

    /// <summary>The same, for none of <paramref name="people"/>; who is null excludes nobody.</summary>
    public StepParameter Except(params IReadOnlyList<Responder?> people) =>
        Copy(p => p.NoneOf = [.. p.NoneOf.Union(people.OfType<Responder>())]);

    /// <summary>The same, with <paramref name="people"/> tried first; who is null is left out.</summary>
    public StepParameter Preferring(params IReadOnlyList<Responder?> people) => Copy(p => p.Preferred = [.. people.OfType<Responder>()]);

    /// <summary>What is wrong with a value; null where it keeps the constraint.</summary>
    /// <param name="value">The value; null where none was given.</param>
    /// <param name="values">The other values of the way.</param>
    public string? FaultOf(object? value, StepValues values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var isKept = (Kind, value) switch
        {
            (StepParameterKind.Person, Responder person) => IsFree(person)
                && (SameAs is null || person.Equals(values.Find(SameAs)))
                && DifferentFrom.All(key => values.Find(key) is { } other && !person.Equals(other)),
            (StepParameterKind.Text, string text) =>
                new TextField(Name, text, _limit, true, _limit == TextField.Line) is { IsMissing: false, IsTooLong: false } typed
                && typed.FirstBadCharacter() < 0,
            (StepParameterKind.Choice, string word) => Choices.Contains(word),
            (StepParameterKind.Date, DateOnly) => true,
            (StepParameterKind.Instant, DateTimeOffset at) => !(at < From) && !(at > Until),
            _ => false,
        };
        if (isKept)
            return null;
        var given = value is null
            ? "nothing was given"
            : $"{FaultLine.Short(FaultLine.Of(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))} was given";
        return $"{given}, and {Constraint} is expected";
    }

    /// <inheritdoc />
    public override string ToString() => $"{Name}: {Constraint}";

    internal bool IsFree(Responder person) => OneOf?.Contains(person) != false && !NoneOf.Contains(person);

    internal StepParameter Copy(Action<StepParameter> change)
    {
        var copy = (StepParameter)MemberwiseClone();
        change(copy);
        return copy;
    }

    /// <summary>The same, with no value but the example.</summary>
    internal StepParameter AsTried() => Example switch
    {
        Responder person => Only(person),
        string choice when Kind == StepParameterKind.Choice => Copy(p => p.Choices = [choice]),
        DateTimeOffset at => Copy(p => (p.From, p.Until) = (at, at)),
        _ => this,
    };

    /// <summary>The same, with the role in words if only the holder of a role may take the step.</summary>
    internal StepParameter Titled(RoleHolders roles)
    {
        if (this is not { Name: nameof(IncidentCommand.By), OneOf: [var person] })
            return this;
        var role = person == roles.Commander ? "commander" : roles.GivenTo(person)?.Display();
        return role is null ? this : Copy(p => p._inWords = $"the {role} {person.Name}");
    }

    private string PersonInWords()
    {
        if (SameAs is { } same)
            return $"the person in {same}";
        if (OneOf is { } people)
            return string.Join(" or ", people.Select(person => person.Name));
        string[] others = [.. NoneOf.Select(person => person.Name), .. DifferentFrom.Select(key => $"the person in {key}")];
        return others.Length == 0 ? "anyone" : $"someone other than {string.Join(" or ", others)}";
    }
}
