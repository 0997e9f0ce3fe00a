namespace IncidentKit;

/// <summary>What a way says.</summary>
public enum WayKind
{
    /// <summary>Nothing is needed: the command is accepted as it stands.</summary>
    Open,

    /// <summary>After the steps the command is accepted.</summary>
    Steps,

    /// <summary>Nothing is to be done: what the command is for is the case already.</summary>
    AlreadySo,

    /// <summary>The command itself is to be changed, as the violations say: it is malformed (IK1xxx).</summary>
    Malformed,

    /// <summary>There is none: no steps make the incident accept the command.</summary>
    None,

    /// <summary>None is known: a rule that refuses does not say what helps, or a limit was reached first.</summary>
    Unknown,
}
