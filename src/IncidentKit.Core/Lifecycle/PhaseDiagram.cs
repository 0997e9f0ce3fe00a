using System.Text;

namespace IncidentKit;

/// <summary>Draws the machine.</summary>
internal static class PhaseDiagram
{
    public static string ToMermaid(IncidentPolicy policy)
    {
        var diagram = new StringBuilder("stateDiagram-v2\n    [*] --> Detection : DeclareIncident\n");
        foreach (var (from, trigger, to) in PhaseMachine.Moves())
        {
            var commands = PhaseTable.Rows[(int)trigger].Commands;
            var rules = commands.SelectMany(c => policy.RulesFor(c))
                .Where(r => r.Rule.Category == ViolationCategory.Gate && r.Enforcement == RuleEnforcement.Enforce)
                .Select(r => r.Rule.Id)
                .Distinct();
            var guards = string.Join(", ", rules);
            diagram.Append("    ").Append(from).Append(" --> ").Append(to).Append(" : ")
                .AppendJoin(" / ", commands.Select(c => Name(c, trigger)));
            diagram.Append(guards.Length > 0 ? $" [{guards}]\n" : "\n");
        }

        return diagram.Append("    Closed --> [*]\n    Cancelled --> [*]\n").ToString();
    }

    private static string Name(Type command, PhaseTrigger trigger) => trigger switch
    {
        PhaseTrigger.ReopenCameBack => $"{command.Name} (it came back)",
        PhaseTrigger.ReopenIncomplete => $"{command.Name} (record incomplete)",
        _ => command.Name,
    };
}
