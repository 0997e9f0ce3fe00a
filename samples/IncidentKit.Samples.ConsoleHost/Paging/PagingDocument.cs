using System.Text.Json.Serialization;
using IncidentKit.Samples.ConsoleHost.Replaying;

namespace IncidentKit.Samples.ConsoleHost.Paging;

// The JSON that `paging plan` prints. Null keys are written; instants are UTC in whole seconds.
internal sealed record PagingDocument(string Incident, IReadOnlyList<PagingRow> Plan);

internal sealed record PagingRow(DateTimeOffset At, string Action, IReadOnlyList<string> To, int? Step, int? Repeat, string Reason);

[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(PagingDocument))]
internal sealed partial class PagingJsonContext : JsonSerializerContext;
