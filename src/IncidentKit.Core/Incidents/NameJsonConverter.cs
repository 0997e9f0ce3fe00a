using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>Writes and reads the values of an enumeration as their names; a number is none.</summary>
internal sealed class NameJsonConverter<T>() : JsonStringEnumConverter<T>(namingPolicy: null, allowIntegerValues: false)
    where T : struct, Enum;
