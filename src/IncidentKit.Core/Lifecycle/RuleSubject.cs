namespace IncidentKit;

/// <summary>What a rule is about; the first digit of its id.</summary>
public enum RuleSubject
{
    /// <summary>IK1xxx: whether a command is well formed. Always enforced.</summary>
    Form = 1,

    /// <summary>IK2xxx: the order of things.</summary>
    Order = 2,

    /// <summary>IK3xxx: who holds which role.</summary>
    Staffing = 3,

    /// <summary>IK4xxx: whose decision it is.</summary>
    Authority = 4,

    /// <summary>IK5xxx: what a gate demands.</summary>
    Gate = 5,
}
