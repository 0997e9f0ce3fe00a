using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>The JSON forms of commands and events, made at compile time (no reflection).</summary>
/// <remarks>Thread-safe. Keys are in camel case, enumerations are their names, absent keys mean null.</remarks>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    AllowOutOfOrderMetadataProperties = true,
    UseStringEnumConverter = true,
    NumberHandling = JsonNumberHandling.Strict,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(IncidentCommand))]
[JsonSerializable(typeof(IncidentEvent))]
[JsonSerializable(typeof(IncidentEvent[]))]
public sealed partial class IncidentJsonContext : JsonSerializerContext;
