using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>What closing demands of the post-mortem and its action items.</summary>
internal static class PostMortemRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK5007", Enforce, [typeof(CloseIncident)],
            "The post-mortem is published where the level wants one (P28).",
            "Publish the post-mortem.",
            c => !c.Incident.IsPostMortemPublished && c.Policy.WantsPostMortem(c.Incident)
                ? new RuleBreach($"{c.Level.Name} wants a post-mortem, and none is published.")
                : null,
            _ => [StepOffer.Give("Publish the post-mortem.", v => new PublishPostMortem { By = v.Person("By") }, RemedialSteps.By)],
            waivable: true),
        Rule(
            "IK5008", Enforce, [typeof(CloseIncident)],
            "Each action item has an owner, a due date and a priority (P28).",
            "Amend the action items that lack something.",
            Incomplete, Completed,
            waivable: true),
    ];

    private static RuleBreach? Incomplete(RuleContext context)
    {
        var incomplete = context.Incident.ActionItems.Where(item => !item.IsComplete).Select(item => item.Number).ToList();
        return incomplete.Count > 0
            ? new RuleBreach($"Owner, due date or priority are missing in {Numbered("action item", incomplete)}.")
            : null;
    }

    private static IEnumerable<StepOffer> Completed(RuleContext context)
    {
        if (context.Incident.ActionItems.FirstOrDefault(item => !item.IsComplete) is not { } item)
            yield break;
        List<StepParameter> missing = [RemedialSteps.By];
        if (string.IsNullOrWhiteSpace(item.Owner))
            missing.Add(StepParameter.Line("Owner", "who does it"));
        if (item.Due is null)
            missing.Add(StepParameter.Date("Due", DateOnly.FromDateTime(context.Now.UtcDateTime)));
        if (string.IsNullOrWhiteSpace(item.Priority))
            missing.Add(StepParameter.Line("Priority", "a priority"));
        yield return StepOffer.Give(
            Invariant($"Say what action item {item.Number} lacks."),
            v => new AmendActionItem
            {
                By = v.Person("By"),
                Number = item.Number,
                Owner = v.Find("Owner") as string,
                Due = v.Find("Due") as DateOnly?,
                Priority = v.Find("Priority") as string,
            },
            missing);
    }
}
