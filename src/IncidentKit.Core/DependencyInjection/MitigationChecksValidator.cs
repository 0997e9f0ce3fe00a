using Microsoft.Extensions.Options;

namespace IncidentKit;

/// <summary>Examines the checks of the playbook when the host starts, and names all faults at once.</summary>
internal sealed class MitigationChecksValidator(IEnumerable<IMitigationCheck> checks) : IValidateOptions<MitigationChecks>
{
    public ValidateOptionsResult Validate(string? name, MitigationChecks options) =>
        PlaybookCheck.FaultsOf([.. checks.Select(PlaybookCheck.Of)]) is { Count: > 0 } faults
            ? ValidateOptionsResult.Fail(faults)
            : ValidateOptionsResult.Success;
}
