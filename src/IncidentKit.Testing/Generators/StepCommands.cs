using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace IncidentKit.Testing;

/// <summary>Fills every kind of command that is listed by the types of its properties.</summary>
internal static class StepCommands
{
    private const int Tries = 12;

    private static readonly ConditionalWeakTable<IncidentPolicy, IncidentLifecycle> Lifecycles = [];
    private static readonly HashSet<string> FormRules =
        [.. BuiltInRules.All.Where(rule => rule.Category == ViolationCategory.Validation).Select(rule => rule.Id)];

    // Commands that cancel an incident are rare, so that most runs get past the beginning.
    private static readonly HashSet<Type> Seldom = [typeof(CancelIncident), typeof(MarkDuplicate)];

    // Commands that lead to the end are frequent: few random orders reach it.
    private static readonly Type[] Forward =
        [typeof(DeclareMitigated), typeof(ResolveIncident), typeof(PublishPostMortem), typeof(EndWatch), typeof(CloseIncident)];

    /// <summary>A declaration is none: it begins each run.</summary>
    public static IReadOnlyList<Type> Kinds { get; } =
    [
        .. typeof(IncidentCommand).GetCustomAttributes<JsonDerivedTypeAttribute>()
            .Select(listed => listed.DerivedType)
            .Where(kind => kind != typeof(DeclareIncident)),
    ];

    private static readonly Dictionary<Type, CommandProperty[]> Properties = Kinds.ToDictionary(kind => kind, CommandProperty.Of);

    /// <summary>A new kind changes only its own share of the steps.</summary>
    public static Type KindOf(IncidentStep step) =>
        (step.Kind % 6 == 0 ? Forward : Kinds).MaxBy(kind => kind.Name.Aggregate((uint)step.Kind, (hash, letter) => Mixed(hash, letter)))!;

    /// <summary>A note where no command of the kind fits, such as the clearing of an alert where none is attached.</summary>
    public static IncidentCommand WellFormed(StepScene scene, Type kind, int pick, Actor by, When when)
    {
        var note = new AddNote { By = by, Text = "seen", When = when };
        if (Seldom.Contains(kind) && pick % 2 > 0)
            return note;
        return Enumerable.Range(0, Tries)
            .Select(attempt => CommandOf(scene, kind, pick, attempt, attempt % 2 == 0 ? by : IncidentStory.Alice) with { When = when })
            .FirstOrDefault(command => MakesSense(scene, command) && IsWellFormed(scene, command), note);
    }

    public static IncidentCommand Malformed(IncidentCommand command, int pick)
    {
        List<IncidentCommand> malformed =
        [
            command with { When = When.At(DateTimeOffset.MaxValue) },
            .. Properties[command.GetType()]
                .SelectMany(property => property.InvalidValues.Select(value => property.WithValue(command, value))),
        ];
        return malformed[pick % malformed.Count];
    }

    private static IncidentCommand CommandOf(StepScene scene, Type kind, int pick, int attempt, Actor by)
    {
        // Half the gates come from the commander, who is allowed more of them.
        var giver = kind.IsAssignableTo(typeof(GateCommand)) && pick % 2 == 0 ? scene.Incident.Roles.Commander ?? by : by;
        var command = (IncidentCommand)Activator.CreateInstance(kind)! with { By = giver };
        if (pick % 11 == 0)
            command = command with { IdempotencyKey = $"key-{pick}" };
        var properties = Properties[kind];
        for (var i = 0; i < properties.Length; i++)
            command = properties[i].WithValue(command, scene.ValueOf(properties[i], (int)(Mixed(Mixed((uint)pick, attempt), i) >> 4)));
        return command;
    }

    // A detection after what it led to is accepted, and the laws do not cover it.
    private static bool MakesSense(StepScene scene, IncidentCommand command) =>
        command is not CorrectTime { To.Instant: { } to } correction
        || scene.Incident.History[(int)correction.Of - 1] is not IncidentDetected
        || to <= scene.Incident.Detected.Instant;

    private static bool IsWellFormed(StepScene scene, IncidentCommand command) =>
        Lifecycles.GetValue(scene.Policy, policy => new IncidentLifecycle(policy))
            .Decide(scene.Incident, command, scene.Now)
            .Violations.All(violation => !FormRules.Contains(violation.Rule));

    // Scattered, and the same in every process.
    private static uint Mixed(uint seed, int value)
    {
        var mixed = ((seed * 31) + (uint)value + 1) * 2_654_435_761;
        return mixed ^ (mixed >> 15);
    }
}
