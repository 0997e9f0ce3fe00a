namespace IncidentKit.Rotation;

/// <summary>Somebody is not on call.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemoveOverride : OnCallOverride
{
    /// <summary>Who is removed.</summary>
    public required Responder Person { get; init; }

    internal override Responder Whom => Person;
}
