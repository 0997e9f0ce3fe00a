namespace IncidentKit;

/// <summary>Which instant is meant by a local time that the clocks show twice.</summary>
public enum RepeatedTime
{
    /// <summary>The first reading: right for handoffs and for the start of a window.</summary>
    First,

    /// <summary>The last reading: right for the end of a window or a duty.</summary>
    Last,
}
