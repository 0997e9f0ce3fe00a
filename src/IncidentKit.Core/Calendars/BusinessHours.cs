namespace IncidentKit;

/// <summary>When a team works on one day of the week, in the calendar's local time.</summary>
/// <remarks>Equal by value. The <c>default</c> value, midnight to midnight, is the whole day. Immutable and thread-safe.</remarks>
public readonly record struct BusinessHours
{
    /// <summary>Creates hours from <paramref name="opens"/> to <paramref name="closes"/>.</summary>
    /// <param name="opens">The first moment of work.</param>
    /// <param name="closes">The end of work; midnight means the end of the day.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="closes"/> is neither midnight nor after <paramref name="opens"/>.
    /// </exception>
    public BusinessHours(TimeOnly opens, TimeOnly closes)
    {
        if (closes != TimeOnly.MinValue && closes <= opens)
        {
            throw new ArgumentOutOfRangeException(
                nameof(closes),
                closes,
                $"Closing must come after opening ({opens:HH:mm}), or be 00:00 for the end of the day.");
        }

        Opens = opens;
        Closes = closes;
    }

    /// <summary>The first moment of work, local time.</summary>
    public TimeOnly Opens { get; }

    /// <summary>The end of work, local time; midnight means the end of the day.</summary>
    public TimeOnly Closes { get; }
}
