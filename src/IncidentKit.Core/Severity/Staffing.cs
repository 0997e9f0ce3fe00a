namespace IncidentKit;

/// <summary>How many people a level wants in the three roles.</summary>
public enum Staffing
{
    /// <summary>No role needs to be filled.</summary>
    Nobody,

    /// <summary>A commander, who may hold the other roles too.</summary>
    Commander,

    /// <summary>Three different people in the three roles.</summary>
    ThreePeople,
}
