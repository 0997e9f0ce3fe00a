namespace IncidentKit.Rotation;

/// <summary>Somebody is on call in addition, whoever else is.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class AddOverride : OnCallOverride
{
    /// <summary>Who is added.</summary>
    public required Responder Person { get; init; }
}
