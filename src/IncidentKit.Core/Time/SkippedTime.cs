namespace IncidentKit;

/// <summary>Which instant is meant by a local time that the clocks skip.</summary>
public enum SkippedTime
{
    /// <summary>The end of the gap: 02:30 becomes 03:00.</summary>
    EndOfGap,

    /// <summary>Later by the length of the gap: 02:30 becomes 03:30.</summary>
    Later,

    /// <summary>Earlier by the length of the gap: 02:30 becomes 01:30.</summary>
    Earlier,
}
