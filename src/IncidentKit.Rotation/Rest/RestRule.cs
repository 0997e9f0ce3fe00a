namespace IncidentKit.Rotation;

/// <summary>A rule on rest.</summary>
public enum RestRule
{
    /// <summary>Nobody is on call for too long without a break: <see cref="RestRules.LongestShift"/>.</summary>
    LongestShift,

    /// <summary>Nobody has too many shifts in a row: <see cref="RestRules.MostConsecutiveShifts"/>.</summary>
    ConsecutiveShifts,

    /// <summary>Nobody has too little rest between two shifts: <see cref="RestRules.LeastRest"/>.</summary>
    LeastRest,
}
