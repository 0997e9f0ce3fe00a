using System.Text.Json.Serialization;
using IncidentKit.Samples.ConsoleHost.Replaying;

namespace IncidentKit.Samples.ConsoleHost.OnCall;

// The JSON that the `oncall` verbs print. Null keys are written; instants are UTC in whole seconds.
internal sealed record WhoDocument(IReadOnlyList<WhoAnswer> Answers);

internal sealed record WhoAnswer(DateTimeOffset At, IReadOnlyList<WhoPerson> OnCall);

internal sealed record WhoPerson(string Person, string? Layer, DateTimeOffset? Since, DateTimeOffset? Until);

internal sealed record ShiftsDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ShiftRow> Shifts);

internal sealed record ShiftRow(string Person, DateTimeOffset Start, DateTimeOffset End);

internal sealed record GapsDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<GapRow> Gaps);

internal sealed record GapRow(DateTimeOffset Start, DateTimeOffset End);

internal sealed record HandoffsDocument(string Layer, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<DateTimeOffset> Handoffs);

internal sealed record CheckDocument(IReadOnlyList<FindingRow> Findings);

internal sealed record FindingRow(string Kind, string Place, string Message, string Remedy);

internal sealed record DiffDocument(DateTimeOffset From, DateTimeOffset To, IReadOnlyList<ChangeRow> Changes);

internal sealed record ChangeRow(DateTimeOffset Start, DateTimeOffset End, IReadOnlyList<string> Before, IReadOnlyList<string> After);

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
