using System.Text.Json.Serialization;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters =
    [
        typeof(InstantConverter),
        typeof(CamelCaseEnumConverter<ObligationStatus>),
        typeof(CamelCaseEnumConverter<DowntimeBasis>),
        typeof(CamelCaseEnumConverter<PublicPostMortem>),
        typeof(JsonStringEnumConverter<IncidentPhase>),
    ])]
[JsonSerializable(typeof(ReplayDocument))]
[JsonSerializable(typeof(IReadOnlyList<RuleRow>))]
[JsonSerializable(typeof(DiagramDocument))]
internal sealed partial class HostJsonContext : JsonSerializerContext;
