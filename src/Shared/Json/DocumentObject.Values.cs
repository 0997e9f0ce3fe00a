using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace IncidentKit;

// The single values at a key: texts, numbers, times and words.
internal sealed partial class DocumentObject
{
    /// <summary>A whole number of at least <paramref name="least"/>.</summary>
    public int? Whole(string key, int least)
    {
        if (!TryGet(key, false, out var value))
            return null;
        if ((IsWritten(value, out var text)
                ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                : IsNumber(value, out number))
            && number >= least)
        {
            return number;
        }

        Fault(key, string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {int.MaxValue} is expected"));
        return null;
    }

    /// <summary>A span of time above zero, as <c>00:30:00</c> or <c>2.00:00:00</c>.</summary>
    public TimeSpan? Span(string key)
    {
        if (Text(key) is not { } text)
            return null;
        if (text.Contains(':', StringComparison.Ordinal)
            && TimeSpan.TryParseExact(text, "c", CultureInfo.InvariantCulture, out var span)
            && span > TimeSpan.Zero
            && span < TimeSpan.FromDays(3660))
        {
            return span;
        }

        Fault(key, $"\"{FaultLine.Short(text)}\" is no span of time above zero: write it as 00:30:00, or 2.00:00:00 for two days");
        return null;
    }

    public string? Text(string key, bool required = false)
    {
        if (!TryGet(key, required, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.String)
        {
            var text = ReadString(value, PathOf(key));
            if (!required || text is null || !string.IsNullOrWhiteSpace(text))
                return text;
            Fault(key, "the text is empty");
            return null;
        }

        Fault(key, $"a text is expected, and {Kind(value)} was found");
        return null;
    }

    public bool IsText(string key, string text) =>
        TryGet(key, false, out var value) && value.ValueKind == JsonValueKind.String && ReadHalf(value.GetString) == text;

    /// <summary>An instant, which says its offset.</summary>
    public DateTimeOffset? Instant(string key, bool required = false)
    {
        if (required && !TryGet(key, true, out _))
            return null;
        return TryGet(key, false, out var value) ? Instant(key, value) : null;
    }

    /// <summary>A date, as <c>2025-11-18</c>.</summary>
    public DateOnly? Date(string key, bool required = false)
    {
        if (Text(key, required) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault(
            key,
            Iso8601.HasFormOfDate(text)
                ? $"the date \"{text}\" does not exist"
                : $"\"{FaultLine.Short(text)}\" is no date: write it as 2025-11-18");
        return null;
    }

    public bool? Flag(string key)
    {
        if (!TryGet(key, false, out var value))
            return null;
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
            return value.GetBoolean();
        if (IsWritten(value, out var text) && bool.TryParse(text, out var flag))
            return flag;
        Fault(key, $"true or false is expected, and {Kind(value)} was found");
        return null;
    }

    /// <summary>A number from 0 to 1.</summary>
    public double? Share(string key)
    {
        if (!TryGet(key, false, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var share) && share is >= 0 and <= 1)
            return share;
        Fault(key, "a number from 0 to 1 is expected");
        return null;
    }

    /// <summary>The value that stands for a word.</summary>
    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> words, bool required = false)
        where T : struct
    {
        if (Text(key, required) is not { } text)
            return null;
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text, _style.Words))
                return value;
        }

        Fault(key, $"\"{FaultLine.Short(text)}\" is not one of {string.Join(", ", words.Keys)}");
        return null;
    }

    public T? Deserialize<T>(string key, JsonTypeInfo<T> type, bool required = false)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(type);
        if (!TryGet(key, required, out var value))
            return null;
        try
        {
            return value.Deserialize(type);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException
            or ArgumentException or InvalidOperationException or FormatException)
        {
            // The serialiser names the place within the value.
            var place = e is JsonException { Path: ['$', .. var below] } ? key + below : key;
            Fault(place, e.Message.Split(" Path:")[0].Split(" LineNumber:")[0]);
            return null;
        }
    }

    private DateTimeOffset? Instant(string key, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            Fault(key, $"a time is expected, and {Kind(value)} was found");
            return null;
        }

        if (ReadString(value, PathOf(key)) is not { } text)
            return null;
        if (Iso8601.TryParse(text, out var instant) && instant.Year > 1)
            return instant;
        Fault(key, Iso8601.ReasonAgainst(text));
        return null;
    }
}
