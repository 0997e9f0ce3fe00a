namespace IncidentKit;

/// <summary>What a policy does where a rule is broken.</summary>
public enum RuleEnforcement
{
    /// <summary>The rule is not looked at.</summary>
    Off,

    /// <summary>The command is accepted, and a deviation is recorded.</summary>
    Warn,

    /// <summary>The command is refused, with the way forward.</summary>
    Enforce,
}
