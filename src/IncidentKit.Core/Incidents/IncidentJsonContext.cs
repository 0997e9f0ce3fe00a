using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>The JSON forms of commands and events, made at compile time (no reflection).</summary>
/// <remarks>
/// Thread-safe. Keys are in camel case, enumerations are their names, absent keys mean null. What would be read otherwise than
/// it was meant is refused: unknown keys, keys that stand twice, numbers in place of names, times without an offset.
/// For JSON that a client sends, use <see cref="IncidentJson"/>, which refuses everything with one type of exception.
/// </remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    Converters =
    [
        typeof(InstantJsonConverter), typeof(NameJsonConverter<CancellationReason>), typeof(NameJsonConverter<FindingKind>),
        typeof(NameJsonConverter<ImpactFunction>), typeof(NameJsonConverter<ImpactKind>), typeof(NameJsonConverter<ImpactReach>),
        typeof(NameJsonConverter<ImpactState>), typeof(NameJsonConverter<IncidentPhase>), typeof(NameJsonConverter<IncidentRole>),
        typeof(NameJsonConverter<LinkKind>), typeof(NameJsonConverter<MitigatedBy>), typeof(NameJsonConverter<MitigationKind>),
        typeof(NameJsonConverter<MitigationOutcome>), typeof(NameJsonConverter<NoticedBy>), typeof(NameJsonConverter<PageUrgency>),
        typeof(NameJsonConverter<PagingCause>), typeof(NameJsonConverter<PagingFact>), typeof(NameJsonConverter<ObligationStatus>),
        typeof(NameJsonConverter<PublicStatus>), typeof(NameJsonConverter<ReopenReason>), typeof(NameJsonConverter<RoleChange>),
        typeof(NameJsonConverter<SeverityChange>), typeof(NameJsonConverter<UpdateAudience>),
    ],
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(IncidentCommand))]
[JsonSerializable(typeof(IncidentEvent))]
[JsonSerializable(typeof(IncidentEvent[]))]
public sealed partial class IncidentJsonContext : JsonSerializerContext;
