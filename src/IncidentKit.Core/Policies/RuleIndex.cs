using System.Collections.Concurrent;

namespace IncidentKit;

/// <summary>
/// The rules of a policy that look at a kind of command, found once per kind; those of form come first, then the phase table.
/// </summary>
internal sealed class RuleIndex(IncidentPolicy policy)
{
    private readonly ConcurrentDictionary<Type, (IncidentRule, RuleEnforcement)[]> _byCommand = new();

    public (IncidentRule Rule, RuleEnforcement Enforcement)[] For(Type command) => _byCommand.GetOrAdd(
        command,
        static (type, policy) =>
        [
            .. from rule in policy.Rules
               let enforcement = policy.EnforcementOf(rule)
               where enforcement != RuleEnforcement.Off && (rule.AppliesTo.Count == 0 || rule.AppliesTo.Contains(type))
               orderby rule.Category == ViolationCategory.Validation ? 0 : rule.IsMandatory ? 1 : 2
               select (rule, enforcement),
        ],
        policy);
}
