namespace IncidentKit.Templates;

/// <summary>Something that is broken in a wording file (P42).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record WordingFault
{
    /// <summary>The file, or the folder where that is what is wrong.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1; null where the whole file is meant.</summary>
    public int? Line { get; init; }

    /// <summary>What is wrong, and what to do.</summary>
    public required string Reason { get; init; }

    /// <summary><c>file(line): reason</c>.</summary>
    public override string ToString() => $"{File}{(Line is null ? "" : $"({Line})")}: {Reason}";
}
