using System.Text.Json;
using System.Text.Json.Serialization;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

/// <summary>Writes the names of the JSON in camel case, but the phases as the library names them.</summary>
internal sealed class CamelCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase)
    where T : struct, Enum;
