namespace IncidentKit;

/// <summary>What a rule is about, and so what kind of violation it reports; the first digit of the id of a library rule.</summary>
public enum ViolationCategory
{
    /// <summary>IK1xxx: whether a command is well formed. Always enforced.</summary>
    Validation = 1,

    /// <summary>IK2xxx: the order of events.</summary>
    Sequence = 2,

    /// <summary>IK3xxx: who holds which role.</summary>
    Staffing = 3,

    /// <summary>IK4xxx: who may decide.</summary>
    Authorization = 4,

    /// <summary>IK5xxx: what a gate requires.</summary>
    Gate = 5,
}
