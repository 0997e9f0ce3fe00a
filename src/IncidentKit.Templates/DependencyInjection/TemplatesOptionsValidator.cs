using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IncidentKit.Templates;

/// <summary>A fault is logged, or keeps the host from starting if it asked for that.</summary>
internal sealed class TemplatesOptionsValidator(WordingSource source, ILogger<Wordings>? logger = null) : IValidateOptions<TemplatesOptions>
{
    public ValidateOptionsResult Validate(string? name, TemplatesOptions options)
    {
        var faults = source.For(options).Faults;
        if (options.FailOnBrokenWording && faults.Count > 0)
            return ValidateOptionsResult.Fail(faults.Select(fault => $"The wording is broken: {fault}"));
        foreach (var fault in faults)
            logger?.WordingBroken(fault);
        return ValidateOptionsResult.Success;
    }
}
