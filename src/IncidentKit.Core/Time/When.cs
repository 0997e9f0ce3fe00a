using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>When something happened: now, at an instant, or at an unknown time.</summary>
/// <remarks>
/// A fact has two times: when it happened (this one) and when it was recorded. The <c>default</c> value is <see cref="Now"/>.
/// Equal by value; immutable and thread-safe. In JSON: <c>"now"</c>, <c>"unknown"</c>, or an ISO 8601 instant in UTC.
/// </remarks>
[JsonConverter(typeof(WhenJsonConverter))]
public readonly record struct When
{
    private const long NowTicks = 0;
    private const long UnknownTicks = -1;

    // The ticks of the instant, one more than they are: so the first instant of all is one too.
    private readonly long _ticks;

    private When(long ticks) => _ticks = ticks;

    /// <summary>At the moment in which the command is decided.</summary>
    public static When Now => default;

    /// <summary>At a time that nobody knows.</summary>
    public static When Unknown => new(UnknownTicks);

    /// <summary>Whether this is <see cref="Now"/>.</summary>
    public bool IsNow => _ticks == NowTicks;

    /// <summary>Whether this is <see cref="Unknown"/>.</summary>
    public bool IsUnknown => _ticks == UnknownTicks;

    /// <summary>The instant in UTC, or null where this is <see cref="Now"/> or <see cref="Unknown"/>.</summary>
    public DateTimeOffset? Instant => _ticks > 0 ? new DateTimeOffset(_ticks - 1, TimeSpan.Zero) : null;

    /// <summary>At <paramref name="instant"/>; kept in UTC.</summary>
    public static When At(DateTimeOffset instant) => new(instant.UtcTicks + 1);

    /// <summary>The same time with <see cref="Now"/> replaced by <paramref name="now"/>.</summary>
    public When ResolvedAt(DateTimeOffset now) => IsNow ? At(now) : this;

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out When when)
    {
        when = text == "unknown" ? Unknown : Now;
        if (text is "now" or "unknown")
            return true;
        if (!Iso8601.TryParse(text, out var instant))
            return false;
        when = At(instant);
        return true;
    }

    /// <summary><c>now</c>, <c>unknown</c>, or the instant in UTC, as exact as it is.</summary>
    public override string ToString() =>
        Instant is { } instant ? instant.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture)
            : IsNow ? "now"
            : "unknown";
}
