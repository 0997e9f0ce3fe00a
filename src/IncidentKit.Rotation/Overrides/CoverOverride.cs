namespace IncidentKit.Rotation;

/// <summary>Somebody is on call instead of everybody, even if nobody would be.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class CoverOverride : OnCallOverride
{
    /// <summary>Who is on call instead, at least one.</summary>
    public required OnCallPeople People { get; init; }

    /// <summary>Covers of lower priority are hidden; equal ones are on call together.</summary>
    /// <value>0.</value>
    public int Priority { get; init; }
}
