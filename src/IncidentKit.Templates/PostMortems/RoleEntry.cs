namespace IncidentKit.Templates;

/// <summary>Who held a role.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record RoleEntry
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>The name of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Since when, in UTC; null if unknown.</summary>
    public DateTimeOffset? Since { get; init; }
}
