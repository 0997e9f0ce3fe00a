using static IncidentKit.ExampleSteps;
using static IncidentKit.RuleDefinition;

namespace IncidentKit;

/// <summary>Levels: who may raise and lower what.</summary>
internal static class SeverityRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK2006",
            RuleEnforcement.Warn,
            "A level is lowered by its own command (P05).",
            "Lower it with LowerSeverity, with a reason.",
            [typeof(Classify)],
            new("Raising SEV-3 to SEV-1.", [Level(3)], Level(1)),
            new("Naming SEV-3 where the level is SEV-1.", [Level(1)], Level(3)),
            c => c.Command is Classify classify && classify.Level > c.Incident.Level && !c.Incident.IsRetrospective
                ? new RuleBreach(
                    $"{c.Policy.Levels[classify.Level - 1].Name} was named, which is lower than {c.Incident.LevelName}: "
                    + "kept as a fact, the level stays.")
                : null,
            c => c.Command is Classify { Level: var level } ? [SeveritySteps.Lowered(level)] : []),
        Rule(
            "IK5002",
            RuleEnforcement.Enforce,
            "A lower level is lower (P05).",
            "Name a lower level.",
            [typeof(LowerSeverity)],
            new("SEV-2 becomes SEV-3.", [Level(2), Command(Alice)], Lower(3)),
            new("SEV-2 \"becomes\" SEV-2.", [Level(2), Command(Alice)], Lower(2)),
            NotLower,
            SeveritySteps.Lower),
    ];

    private static LowerSeverity Lower(int level) => new() { By = Alice, Level = level, Reason = "one region only" };

    private static RuleBreach? NotLower(RuleContext context)
    {
        if (context.Command is not LowerSeverity lower || lower.Level > context.Incident.Level)
            return null;
        if (context.Incident.LevelName is not { } name)
            return new RuleBreach("No level is set that could be lowered.", "Set the first level with Classify.");
        return lower.Level == context.Incident.Level
            ? new RuleBreach($"The level is {name} already.", "Nothing to do: name a lower level, or go on.")
            : new RuleBreach($"{context.Policy.Level(lower.Level).Name} is higher than {name}.", "Raise the level with Classify.");
    }
}
