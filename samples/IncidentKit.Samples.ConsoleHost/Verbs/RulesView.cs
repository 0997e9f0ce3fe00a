using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>The rule list for people.</summary>
internal static class RulesView
{
    public static void Show(IncidentPolicy policy, IAnsiConsole console)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumn(new TableColumn("Rule").NoWrap())
            .AddColumn("What it wants")
            .AddColumn("First")
            .AddColumn(new TableColumn("Policy").NoWrap());
        foreach (var rule in policy.Rules)
        {
            var enforcement = policy.EnforcementOf(rule);
            var colour = enforcement switch { RuleEnforcement.Enforce => "red", RuleEnforcement.Warn => "yellow", _ => "grey" };
            table.AddRow(
                new Text(PlainText.Line(rule.Id)),
                new Text(PlainText.Line(rule.Summary)),
                new Text(PlainText.Line(rule.Remedy)),
                new Markup($"[{colour}]{enforcement}[/]"));
        }

        console.Write(table);
        console.MarkupLine("[red]Enforce[/]: refused, with the way forward.  [yellow]Warn[/]: accepted, a deviation is recorded.");
    }
}
