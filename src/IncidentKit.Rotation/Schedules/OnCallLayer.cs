namespace IncidentKit.Rotation;

/// <summary>A layer of a schedule: a roster whose entries take turns, within windows and bounds.</summary>
/// <remarks>Checked by the schedule. Immutable and thread-safe.</remarks>
public sealed class OnCallLayer
{
    /// <summary>The name, unique at any time. Layers of one name, one after the other, are one layer that was edited.</summary>
    public required string Name { get; init; }

    /// <summary>Who takes turns.</summary>
    public required Roster Roster { get; init; }

    /// <summary>When turns change.</summary>
    /// <value>Null: the first entry is always on call.</value>
    public TurnGrid? Grid { get; init; }

    /// <summary>The zone whose clocks grid and windows mean.</summary>
    /// <value>Null: the zone of the schedule.</value>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>Layers of lower priority are hidden while somebody is on call; equal ones are on call together.</summary>
    /// <value>0.</value>
    public int Priority { get; init; }

    /// <summary>The first instant of the layer; cuts a turn or window in progress.</summary>
    /// <value>Null: since ever.</value>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The first instant after the layer; cuts a turn or window in progress. Before the start: it never applies.</summary>
    /// <value>Null: for ever.</value>
    public DateTimeOffset? End { get; init; }

    /// <summary>The windows to which it is restricted, together.</summary>
    /// <value>Empty: not restricted.</value>
    public IReadOnlyList<DutyWindow> Windows { get; init => field = [.. value]; } = [];

    /// <summary>Who takes the turn of people who have time off.</summary>
    /// <value><see cref="StandIn.Nobody"/>.</value>
    public StandIn StandIn { get; init; }

    internal OnCallLayer With(Roster roster, TurnGrid grid, DateTimeOffset? start, DateTimeOffset? end) => new()
    {
        Name = Name,
        Roster = roster,
        Grid = grid,
        TimeZone = TimeZone,
        Priority = Priority,
        Start = start,
        End = end,
        Windows = Windows,
        StandIn = StandIn,
    };
}
