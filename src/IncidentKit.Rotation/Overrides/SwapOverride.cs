namespace IncidentKit.Rotation;

/// <summary>Somebody asks to be replaced. It changes nothing until it is taken.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class SwapOverride : OnCallOverride
{
    /// <summary>Who asks.</summary>
    public required Responder Person { get; init; }

    /// <summary>Who has taken it.</summary>
    /// <value>Null: nobody so far.</value>
    public Responder? TakenBy { get; init; }

    internal override Responder? Whom => TakenBy is null ? null : Person;
}
