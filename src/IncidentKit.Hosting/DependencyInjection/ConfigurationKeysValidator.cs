using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace IncidentKit.Hosting;

/// <summary>Refuses keys that the section of the library does not have, since a misspelled one would change nothing unnoticed.</summary>
internal sealed class ConfigurationKeysValidator(IConfiguration section) : IValidateOptions<IncidentKitOptions>
{
    private static readonly string[] Known = [nameof(IncidentKitOptions.DefaultPolicy), "Policies"];

    public ValidateOptionsResult Validate(string? name, IncidentKitOptions options)
    {
        List<string> faults =
        [
            .. from child in section.GetChildren()
               where !Known.Contains(child.Key, StringComparer.OrdinalIgnoreCase)
               let meant = Spelling.Nearest(child.Key, Known)
               select $"{child.Path}: there is no such key"
                   + (meant is null ? $", only {string.Join(" and ", Known)}." : $": did you mean {meant}?"),
        ];
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
