namespace IncidentKit.Rotation;

/// <summary>Somebody stands in for a person who would be on call.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ReplaceOverride : OnCallOverride
{
    /// <summary>Who is replaced.</summary>
    public required Responder Person { get; init; }

    /// <summary>Who is on call instead.</summary>
    public required Responder By { get; init; }

    internal override Responder Whom => Person;
}
