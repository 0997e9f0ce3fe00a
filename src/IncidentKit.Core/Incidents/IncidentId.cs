using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>The identity of an incident.</summary>
/// <remarks>The <c>default</c> value is no incident and is refused wherever an id is asked for. Immutable and thread-safe.</remarks>
/// <param name="Value">The identifier itself.</param>
[JsonConverter(typeof(IncidentIdJsonConverter))]
public readonly record struct IncidentId(Guid Value)
{
    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out IncidentId id)
    {
        var read = Guid.TryParseExact(text, "D", out var value) && value != Guid.Empty;
        id = read ? new(value) : default;
        return read;
    }

    /// <summary>Throws where <paramref name="id"/> is the default value.</summary>
    /// <exception cref="ArgumentException"><paramref name="id"/> is the default value.</exception>
    public static void ThrowIfDefault(IncidentId id, string paramName)
    {
        if (id == default)
            throw new ArgumentException("An incident id is needed; the default value is none.", paramName);
    }

    /// <summary>The identifier in its usual form with hyphens.</summary>
    public override string ToString() => Value.ToString("D");
}
