using System.Text;
using IncidentKit.Tests.Lifecycle;
using IncidentKit.Tests.Obligations;

namespace IncidentKit.Conventions.Tests;

/// <summary>The reference pages as the code says them.</summary>
internal static class ReferencePages
{
    public static string Rules()
    {
        var page = new StringBuilder("# Rules\n\nEach rule has an id, an example that keeps it, one that breaks it, and a remedy. "
            + "This page is made from the code; a test compares the two.\n\n");
        page.Append("*Enforce*: the command is refused. *Warn*: it is accepted and a deviation is recorded. "
            + "*Waivable*: a named person may waive the demand with `WaiveDemand` and a reason. "
            + "*Steps*: what `WayTo` is offered by the rule in the example that breaks it; "
            + "what is changed in the command itself stands in italics.\n");
        foreach (var subject in IncidentPolicy.Default.Rules.GroupBy(r => r.Category))
        {
            page.Append($"\n## IK{(int)subject.Key}xxx: {subject.Key}\n\n"
                + $"| rule | what it wants | default | strict | first | kept | broken | steps |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var rule in subject)
            {
                var (passing, failing) = RuleExamples.All[rule.Id];
                page.Append(
                    $"| {rule.Id} | {rule.Summary} | {IncidentPolicy.Default.EnforcementOf(rule)}{(rule.IsWaivable ? ", waivable" : "")} "
                    + $"| {IncidentPolicy.Strict.EnforcementOf(rule)} ");
                page.Append($"| {rule.Remedy} | {passing.Story} | {failing.Story} | {StepsOf(rule, failing)} |\n");
            }
        }

        return page.Append("\nTest: `tests/IncidentKit.Core.Tests/Lifecycle/RuleExamplesTests.cs` runs both examples of each rule, "
            + "with the rule on and off.\n")
            .ToString();
    }

    public static string Obligations()
    {
        var page = new StringBuilder("# Obligations\n\nThis page is made from the code; a test compares the two.\n\n"
            + "| name | since | due | met by | not required | met | missed |\n|---|---|---|---|---|---|---|\n");
        foreach (var row in IncidentPolicy.Default.Obligations)
        {
            var (met, missed) = ObligationExamples.Of(row.Name);
            page.Append($"| `{row.Name}` | {row.Trigger} | {row.Deadline} | {row.FulfilledBy} | {row.NotRequired} | {met.Story} "
                + $"| {missed.Story} |\n");
        }

        return page.Append("\nTest: `tests/IncidentKit.Core.Tests/Obligations/ObligationExamplesTests.cs` runs both examples "
            + "of each obligation, with the obligation in the policy and without it.\n")
            .ToString();
    }

    public static string PhaseTablePage()
    {
        var phases = Enum.GetValues<IncidentPhase>();
        var page = new StringBuilder("# The phase table\n\nThis page is made from the code; a test compares the two.\n\n");
        page.Append($"| | {string.Join(" | ", phases)} |\n|---|{string.Concat(phases.Select(_ => "---|"))}\n");
        foreach (var row in PhaseTable.Rows)
        {
            page.Append($"| {string.Join(", ", row.Commands.Select(c => $"`{c.Name}`"))}{Which(row.Trigger)} "
                + $"| {string.Join(" | ", row.Cells.Select(Words))} |\n");
        }

        return page
            .Append("\nAll other reports stay in their phase. After the end, late reports and what belongs to the record are accepted.\n")
            .ToString();
    }

    public static string Diagram() => $"```mermaid\n{new IncidentLifecycle(IncidentPolicy.Default).ToMermaid()}```";

    // What the rule offers where its failing example breaks it.
    private static string StepsOf(IncidentRule rule, RuleExample failing)
    {
        if (rule.Steps is null)
            return "change the command";
        var lifecycle = new IncidentLifecycle(IncidentPolicy.Default);
        var now = ExampleSteps.Declared;
        var incident = lifecycle.Declare(
            new IncidentId(Guid.Parse("018f0000-0000-7000-8000-000000000001")),
            new DeclareIncident { By = new SystemActor("monitor"), Title = "Checkout fails", Service = "checkout" },
            now).Incident!;
        foreach (var given in failing.Given)
            incident = lifecycle.Decide(incident, given, now = now.AddMinutes(1)).Incident!;
        now = failing.Command is GateCommand { When.Instant: { } told } && told > now ? told : now.AddMinutes(1);
        var offers = rule.Steps(new RuleContext(incident, failing.Command, IncidentPolicy.Default, now))
            .Select(offer => offer.MakeChange is null ? offer.Title : $"*{offer.Title}*")
            .ToList();
        return offers.Count > 0 ? string.Join(" ", offers) : "none";
    }

    private static string Which(PhaseTrigger? trigger) => trigger switch
    {
        PhaseTrigger.ReopenCameBack => " (it came back)",
        PhaseTrigger.ReopenIncomplete => " (record incomplete)",
        _ => "",
    };

    private static string Words(PhaseCell cell) => cell.Effect switch
    {
        PhaseEffect.Move => $"→ {cell.Target}",
        PhaseEffect.Stay => "stays",
        PhaseEffect.Keep => "kept",
        PhaseEffect.KeepIfLate => "kept if late",
        _ => $"refused: {cell.Remedy}",
    };
}
