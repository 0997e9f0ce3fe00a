namespace IncidentKit;

/// <summary>Why relief of the commander is proposed (P12).</summary>
[Flags]
public enum ReliefReasons
{
    /// <summary>For no reason: none is proposed.</summary>
    None = 0,

    /// <summary>An on-call shift of the commander has ended since the person took command.</summary>
    ShiftEnded = 1,

    /// <summary>The person has commanded as long as the policy's <see cref="IncidentPolicy.RelieveAfter"/>.</summary>
    LongCommand = 2,
}
