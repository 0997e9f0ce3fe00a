namespace IncidentKit.Rotation;

/// <summary>Who takes the turn of an entry of which everybody has time off.</summary>
public enum StandIn
{
    /// <summary>No substitute: lower-priority layers apply.</summary>
    Nobody,

    /// <summary>The next entry in roster order that has somebody without time off.</summary>
    NextInOrder,
}
