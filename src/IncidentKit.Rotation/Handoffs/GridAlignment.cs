namespace IncidentKit.Rotation;

/// <summary>What the handoffs of a grid are aligned to.</summary>
public enum GridAlignment
{
    /// <summary>The origin: handoff n lies n turns after it.</summary>
    Start,

    /// <summary>The calendar: handoffs lie at local midnight of the first day of a week or month, from that of the origin on.</summary>
    Calendar,
}
