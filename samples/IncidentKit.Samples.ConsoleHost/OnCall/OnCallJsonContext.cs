using System.Text.Json.Serialization;
using IncidentKit.Samples.ConsoleHost.Replaying;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

// The JSON that the `oncall` verbs print. Null keys are written; instants are UTC in whole seconds.
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(WhoDocument))]
[JsonSerializable(typeof(ShiftsDocument))]
[JsonSerializable(typeof(GapsDocument))]
[JsonSerializable(typeof(HandoffsDocument))]
[JsonSerializable(typeof(CheckDocument))]
[JsonSerializable(typeof(DiffDocument))]
internal sealed partial class OnCallJsonContext : JsonSerializerContext;
