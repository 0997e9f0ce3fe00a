namespace IncidentKit;

/// <summary>A policy as JSON, from configuration, a database or a file.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PolicyDocument
{
    /// <summary>A JSON object with the keys of a policy file; an absent key means the default.</summary>
    /// <remarks>As in configuration, every value may be a text, and case does not count in keys and words.</remarks>
    public required string Json { get; init; }

    /// <summary>What messages about its faults call it, such as <c>IncidentKit:Policies:payments</c>.</summary>
    public required string Path { get; init; }
}
