using static IncidentKit.RuleDefinition;
using static IncidentKit.RuleEnforcement;

namespace IncidentKit;

/// <summary>What customers were told is told to its end.</summary>
internal static class CommunicationRules
{
    private static readonly StepOffer Closing = StepOffer.Give(
        "Post a public update that it is resolved.",
        v => new PostUpdate
        {
            By = v.Person("By"), Audience = UpdateAudience.Public, Text = v.Text("Text"), Status = PublicStatus.Resolved,
        },
        RemedialSteps.By,
        StepParameter.Text("Text", "what the update says"));

    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule(
            "IK5003", Enforce, [typeof(CancelIncident), typeof(MarkDuplicate)],
            "What was posted publicly is closed publicly before the incident is cancelled (P16).",
            "Post a public update with the status Resolved.",
            PageIsOpen, PageClosed,
            waivable: true),
        Rule(
            "IK5005", Enforce, [typeof(CloseIncident)],
            "The public page says that it is resolved, where anything was posted (P28).",
            "Post a public update with the status Resolved.",
            PageIsOpen, PageClosed,
            waivable: true),
    ];

    private static RuleBreach? PageIsOpen(RuleContext context) =>
        context.Command is not MarkDuplicate { ThreadGoesOver: true }
        && context.Incident.PublicStatus is { } status and not PublicStatus.Resolved
            ? new RuleBreach($"The public page still says {status}.")
            : null;

    private static IEnumerable<StepOffer> PageClosed(RuleContext context)
    {
        // What was posted a little ahead of the clock stands until its time has come.
        if (context.Incident.Facts.Updates.LastOrDefault(u => u.Fact.Audience == UpdateAudience.Public) is { At: var last }
            && last > context.Now)
        {
            yield return StepOffer.Wait(last);
        }

        yield return Closing;
    }
}
