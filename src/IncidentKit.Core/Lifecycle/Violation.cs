namespace IncidentKit;

/// <summary>Why a command was refused: which rule, the facts, and what to do first.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record Violation
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What is otherwise than the rule wants, with the facts.</summary>
    public required string Message { get; init; }

    /// <summary>What to do first.</summary>
    public required string Remedy { get; init; }

    /// <summary>What the rule is about; no part of equality, since it follows from the rule.</summary>
    public required ViolationCategory Category { get; init; }

    /// <summary>The field of the command that is meant, where it is one.</summary>
    public string? Field { get; init; }

    /// <summary>What the rule threw, where it could not answer; no part of equality.</summary>
    public Exception? Exception { get; init; }

    /// <summary>Whether both say the same.</summary>
    public bool Equals(Violation? other) =>
        other is not null && (Rule, Message, Remedy, Field) == (other.Rule, other.Message, other.Remedy, other.Field);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Rule, Message, Remedy, Field);

    /// <inheritdoc />
    public override string ToString() => $"{Rule} {Message} First: {Remedy}";
}
