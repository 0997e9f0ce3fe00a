using Microsoft.Extensions.Options;

namespace IncidentKit;

/// <summary>Checks the settings and every policy when the host starts, and names all faults at once.</summary>
internal sealed class IncidentKitOptionsValidator(
    IEnumerable<IncidentPolicy> added,
    IEnumerable<IncidentRule> rules,
    IEnumerable<ObligationDefinition> obligations) : IValidateOptions<IncidentKitOptions>
{
    private const string Setting = "IncidentKit:DefaultPolicy";

    public ValidateOptionsResult Validate(string? name, IncidentKitOptions options)
    {
        var configured = options.Configured;
        var policies = IncidentPolicies.WithBuiltIn([.. added, .. configured.Policies]);
        List<string> faults =
        [
            .. configured.Faults.Select(fault => $"{fault.Place}: {fault.Reason}."),
            .. from policy in configured.Policies
               from fault in ErrorsOf(policy)
               select $"{configured.PlaceOf(policy, fault)}: {fault.Reason}.",
            .. from policy in policies.Except(configured.Policies)
               from fault in ErrorsOf(policy)
               select $"The policy \"{policy.Name}\", {(added.Contains(policy) ? "added in code" : "with the host's rules")}: {fault}.",
            .. from twice in policies.Distinct().GroupBy(p => (p.Name, p.Version))
               where twice.Count() > 1
               select $"Two policies are named \"{twice.Key.Name}\" and have version {twice.Key.Version}. "
                   + "Give the changed one a higher version.",
        ];
        List<string> known = [.. policies.Select(p => p.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (DefaultFault(options.DefaultPolicy, known, configured) is { } missing)
            faults.Add(missing);
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // The library's own policies can be followed; with a host's rules they may not.
    private IEnumerable<PolicyFault> ErrorsOf(IncidentPolicy policy)
    {
        var followed = policy.Plus(rules, obligations);
        return followed == IncidentPolicy.Default || followed == IncidentPolicy.Strict
            ? []
            : followed.Validate();
    }

    private static string? DefaultFault(string defaultPolicy, List<string> known, ConfiguredPolicies configured) =>
        string.IsNullOrWhiteSpace(defaultPolicy) ? $"{Setting} is blank. Name one of the policies: {string.Join(", ", known)}."
        : known.Contains(defaultPolicy) || configured.Names.Contains(defaultPolicy) ? null
        : $"{Setting} names the policy \"{defaultPolicy}\", which does not exist. Known: {string.Join(", ", known)}. "
          + "Add it with AddPolicy, or under IncidentKit:Policies.";
}
