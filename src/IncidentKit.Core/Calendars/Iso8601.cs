using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace IncidentKit;

/// <summary>Reads instants as ISO 8601 writes them. A time without an offset is no instant and is refused.</summary>
/// <remarks>Thread-safe.</remarks>
public static class Iso8601
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Reads an instant with an offset, such as <c>2025-11-18T14:25:00Z</c> or <c>2025-11-18T15:25+01:00</c>.</summary>
    /// <returns>False where <paramref name="text"/> is not an instant, or says no offset.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is { Length: > 16 }
            && (text[^1] is 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>Writes an instant in UTC with whole seconds, such as <c>2025-11-18T14:25:00Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
