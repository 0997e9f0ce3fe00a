using Microsoft.Extensions.Options;

namespace IncidentKit;

/// <summary>Checks the settings when the host starts.</summary>
internal sealed class IncidentKitOptionsValidator(IEnumerable<IncidentPolicy> added) : IValidateOptions<IncidentKitOptions>
{
    private const string Setting = "IncidentKit:DefaultPolicy";

    public ValidateOptionsResult Validate(string? name, IncidentKitOptions options)
    {
        var known = IncidentPolicies.WithBuiltIn(added).Select(policy => policy.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        if (string.IsNullOrWhiteSpace(options.DefaultPolicy))
            return ValidateOptionsResult.Fail($"{Setting} is blank. Name one of the policies: {string.Join(", ", known)}.");
        return known.Contains(options.DefaultPolicy)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{Setting} names the policy \"{options.DefaultPolicy}\", which does not exist. Known: {string.Join(", ", known)}. Add it with AddPolicy.");
    }
}
