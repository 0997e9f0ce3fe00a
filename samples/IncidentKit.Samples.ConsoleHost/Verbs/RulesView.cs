using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>The rule list for people.</summary>
internal static class RulesView
{
    public static void Show(IncidentPolicy policy, IAnsiConsole console)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Rule").AddColumn("What it wants").AddColumn("First").AddColumn("Policy");
        foreach (var rule in policy.Rules)
        {
            var enforcement = policy.EnforcementOf(rule);
            var colour = enforcement switch { RuleEnforcement.Enforce => "red", RuleEnforcement.Warn => "yellow", _ => "grey" };
            table.AddRow(new Markup(rule.Id), new Text(rule.Summary), new Text(rule.Remedy), new Markup($"[{colour}]{enforcement}[/]"));
        }

        console.Write(table);
        console.MarkupLine("[red]Enforce[/]: refused, with the way forward.  [yellow]Warn[/]: accepted, a deviation is recorded.");
    }
}
