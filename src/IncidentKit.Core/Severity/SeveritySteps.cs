using System.Globalization;
using static IncidentKit.RemedialSteps;

namespace IncidentKit;

/// <summary>What helps where a level is missing or is the wrong one.</summary>
internal static class SeveritySteps
{
    public static StepOffer Classify(IEnumerable<int> ranks, int preferred) => StepOffer.Give(
        "Classify the incident.",
        v => new Classify { By = v.Person("By"), Level = v.Number("Level") },
        By,
        StepParameter.Choice("Level", Texts(ranks.OrderBy(rank => rank != preferred))));

    public static StepOffer Lowered(int level) => StepOffer.Give(
        "Lower the level.", v => new LowerSeverity { By = v.Person("By"), Level = level, Reason = v.Text("Reason") }, By, Reason);

    public static IEnumerable<StepOffer> Lower(RuleContext context)
    {
        if (context.Command is not LowerSeverity { Level: var named })
            yield break;
        var (levels, level) = (context.Policy.Levels.Count, context.Incident.Level);
        if (named == level)
            yield return StepOffer.NothingToDo;
        if (level is { } set && set < levels)
        {
            yield return StepOffer.Change(
                "Name a lower level.",
                nameof(LowerSeverity.Level),
                (c, v) => (LowerSeverity)c with { Level = v.Number("Level") },
                StepParameter.Choice("Level", Texts(Enumerable.Range(set + 1, levels - set))));
        }

        // What has a level is not raised in order to be lowered, unless nothing else helps.
        if (named > 1)
            yield return Classify(Enumerable.Range(1, named - 1), named - 1).As(level is null ? StepResort.Act : StepResort.Fallback);
    }

    private static string[] Texts(IEnumerable<int> ranks) => [.. ranks.Select(rank => rank.ToString(CultureInfo.InvariantCulture))];
}
