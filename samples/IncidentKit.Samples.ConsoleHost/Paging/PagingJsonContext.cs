using System.Text.Json.Serialization;
using IncidentKit.Samples.ConsoleHost.Replaying;

namespace IncidentKit.Samples.ConsoleHost.Paging;

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PagingDocument))]
internal sealed partial class PagingJsonContext : JsonSerializerContext;
