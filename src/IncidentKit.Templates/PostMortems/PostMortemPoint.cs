namespace IncidentKit.Templates;

/// <summary>Something that went well or poorly.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PostMortemPoint
{
    /// <summary>The point: a condition, with no person as its subject.</summary>
    public required string Text { get; init; }

    /// <summary>The topic, such as "Communication"; null if there is none.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it was read from the record.</summary>
    public bool IsProposed { get; init; }
}
