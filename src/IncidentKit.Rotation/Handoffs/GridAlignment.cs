namespace IncidentKit.Rotation;

/// <summary>What the handoffs of a grid are aligned to.</summary>
public enum GridAlignment
{
    /// <summary>The origin: handoff n lies n turns after it.</summary>
    Start,

    /// <summary>The calendar: handoffs are at local midnight of the first day of a week or month.</summary>
    Calendar,
}
