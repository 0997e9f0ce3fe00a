using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>Levels: who may raise and lower what.</summary>
internal static class SeverityRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK2006", Warn, [typeof(Classify)],
            "A level is lowered by its own command (P05).",
            "Lower it with LowerSeverity, with a reason.",
            c => c.Command is Classify classify && classify.Level > c.Incident.Level && !c.Incident.IsRetrospective
                ? new RuleBreach(
                    $"{c.Policy.Levels[classify.Level - 1].Name} was named, which is lower than {c.Incident.LevelName}: "
                    + "kept as a fact, the level stays.")
                : null,
            c => c.Command is Classify { Level: var level } ? [SeveritySteps.Lowered(level)] : []),
        Rule(
            "IK5002", Enforce, [typeof(LowerSeverity)],
            "A lower level is lower (P05).",
            "Name a lower level.",
            NotLower, SeveritySteps.Lower),
    ];

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
