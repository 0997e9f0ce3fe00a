namespace IncidentKit.Templates;

/// <summary>Something that went well or poorly.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record PostMortemPoint
{
    /// <summary>The point: a condition, with no person as its subject.</summary>
    public required string Text { get; init; }

    /// <summary>What it is about, such as "Communication"; null where nobody said.</summary>
    public string? Topic { get; init; }

    /// <summary>Whether it was read from the record, rather than written by people.</summary>
    public bool IsProposed { get; init; }
}
