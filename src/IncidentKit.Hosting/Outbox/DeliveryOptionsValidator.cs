using Microsoft.Extensions.Options;

namespace IncidentKit.Hosting;

/// <summary>Checks how deliveries are tried when the host starts, and names all faults at once.</summary>
internal sealed class DeliveryOptionsValidator : IValidateOptions<DeliveryOptions>
{
    public ValidateOptionsResult Validate(string? name, DeliveryOptions options) =>
        options.Faults().ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
}
