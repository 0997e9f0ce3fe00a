namespace IncidentKit;

/// <summary>What the phase table says of a command in a phase.</summary>
internal enum PhaseEffect
{
    /// <summary>The incident moves to another phase.</summary>
    Move,

    /// <summary>The incident stays, and the fact counts.</summary>
    Stay,

    /// <summary>Kept as a fact; moves nothing.</summary>
    Keep,

    /// <summary>Kept as a fact where its time lies before the end; refused otherwise.</summary>
    KeepIfLate,

    /// <summary>Refused, with the remedy.</summary>
    Refuse,
}
