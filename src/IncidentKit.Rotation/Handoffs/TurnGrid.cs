namespace IncidentKit.Rotation;

/// <summary>The rotation rule: handoffs repeat in local time, before and after the origin.</summary>
/// <remarks>A handoff keeps its local time across daylight-saving changes (P44). Equal by value; immutable and thread-safe.</remarks>
public sealed record TurnGrid
{
    /// <summary>The unit in which <see cref="Length"/> counts.</summary>
    public required TurnUnit Unit { get; init; }

    /// <summary>How many units a turn lasts, from 1.</summary>
    /// <value>1.</value>
    public int Length { get; init; } = 1;

    /// <summary>The local date of the origin, which is a handoff.</summary>
    public required DateOnly StartDate { get; init; }

    /// <summary>The local time of the origin.</summary>
    /// <value>Midnight.</value>
    public TimeOnly StartTime { get; init; }

    /// <summary>The index of the roster entry whose turn begins at the origin, from 0.</summary>
    /// <value>0.</value>
    public int First { get; init; }

    /// <summary>Whether handoffs are counted from the origin or from its calendar week or month.</summary>
    /// <value><see cref="GridAlignment.Start"/>.</value>
    public GridAlignment Align { get; init; }

    /// <summary>The first day of a week that is aligned to the calendar.</summary>
    /// <value>Monday.</value>
    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>Whether <see cref="Length"/> counts units, or days that have a window.</summary>
    /// <value><see cref="TurnAdvance.Turn"/>.</value>
    public TurnAdvance Advance { get; init; }

    /// <summary>How long (local time) somebody is on duty after the handoff; the rest of the turn is nobody's.</summary>
    /// <value>Null: until the next handoff.</value>
    public TimeSpan? DutyLength { get; init; }

    internal double HoursOfTurn(int daysInMonth) => (double)Length * Unit switch
    {
        TurnUnit.Hourly => 1,
        TurnUnit.Daily => 24,
        TurnUnit.Weekly => 7 * 24,
        _ => daysInMonth * 24,
    };
}
