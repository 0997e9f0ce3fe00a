using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentKit;

/// <summary>A time without an offset is no instant and is refused.</summary>
internal static partial class Iso8601
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK",
    ];

    /// <summary>Such as <c>2025-11-18T14:25:00Z</c> or <c>2025-11-18T15:25+01:00</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out DateTimeOffset instant)
    {
        instant = default;
        return text is { Length: > 16 }
            && (text[^1] is 'Z' || text[^6] is '+' or '-')
            && DateTimeOffset.TryParseExact(text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out instant);
    }

    /// <summary>In UTC with whole seconds, such as <c>2025-11-18T14:25:00Z</c>.</summary>
    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    internal static string ReasonAgainst(string text)
    {
        if (!Form.IsMatch(text))
            return $"\"{(text.Length > 60 ? text[..60] + "…" : text)}\" is no time with an offset: write it as 2025-11-18T14:25:00Z";
        return text.StartsWith("0001", StringComparison.Ordinal) || TryParse(text, out _)
            ? $"\"{text}\" lies in year 1, which stands for no time: write null where the time is unknown"
            : DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
                ? $"\"{text}\": this time of day or this offset does not exist"
            : $"\"{text}\": the date {text[..10]} does not exist";
    }

    /// <summary>Whether or not there is such a day.</summary>
    internal static bool HasFormOfDate(string text) => DateForm.IsMatch(text);

    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,7})?)?(Z|[+-][0-9]{2}:[0-9]{2})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Form { get; }

    [GeneratedRegex(@"^[0-9]{4}-[0-9]{2}-[0-9]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateForm { get; }
}
