using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

// The JSON that `replay --json` prints. Null keys are written; instants are UTC in whole seconds.
internal sealed record ReplayDocument(
    string Id,
    string Title,
    ReplaySeverity Severity,
    IncidentPhase Phase,
    ReplayTimes Times,
    ReplaySeconds Seconds,
    DowntimeBasis? DowntimeBasis,
    IReadOnlyList<ReplayObligation> Obligations,
    IReadOnlyList<ReplayDeviation> Deviations,
    IReadOnlyList<ReplayContradiction> Contradictions,
    PublicPostMortem PublicPostMortem,
    IReadOnlyList<ReplayMessage> Messages);

internal sealed record ReplaySeverity(int Level, string Name, string Reason);

internal sealed record ReplayTimes(
    DateTimeOffset? Started,
    DateTimeOffset? Detected,
    DateTimeOffset? Declared,
    DateTimeOffset? Acknowledged,
    DateTimeOffset? Mitigated,
    DateTimeOffset? Resolved);

internal sealed record ReplaySeconds(double? ToDetect, double? ToAcknowledge, double? ToMitigate, double? ToResolve, double? Downtime);

internal sealed record ReplayObligation(
    string Obligation,
    DateTimeOffset? Since,
    DateTimeOffset? DueAt,
    DateTimeOffset? MetAt,
    ObligationStatus Status);

internal sealed record ReplayDeviation(string Rule, DateTimeOffset? At, string Message);

internal sealed record ReplayContradiction(string What, IReadOnlyList<string> Between, string Message);

internal sealed record ReplayMessage(string Kind, DateTimeOffset? At, string? Subject, string Text);

internal sealed record RuleRow(
    string Id,
    string Subject,
    string Summary,
    string Remedy,
    string Enforcement,
    bool Waivable,
    string Passing,
    string Failing);

internal sealed record DiagramDocument(string Mermaid);

internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Iso8601.TryParse(reader.GetString(), out var instant) ? instant : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Iso8601.Format(value));
}

/// <summary>Writes the names of the JSON in camel case, but the phases as the library names them.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;

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
