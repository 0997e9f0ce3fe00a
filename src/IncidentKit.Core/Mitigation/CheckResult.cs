namespace IncidentKit;

/// <summary>How one check of the playbook was asked, and what came of it (P19).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record CheckResult
{
    /// <summary>The name of the check.</summary>
    public required string Check { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>What is worth doing where the answer is yes.</summary>
    public required MitigationKind Proposes { get; init; }

    /// <summary>How the asking ended.</summary>
    public required CheckOutcome Outcome { get; init; }

    /// <summary>What it found; null where it failed or took too long.</summary>
    public MitigationFinding? Finding { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public Exception? Failure { get; init; }

    /// <summary>How long it took; the limit where it took too long.</summary>
    public required TimeSpan Took { get; init; }

    /// <summary>The answer; <see cref="CheckAnswer.Unknown"/> where it failed or took too long.</summary>
    public CheckAnswer Answer => Finding?.Answer ?? CheckAnswer.Unknown;

    /// <summary>What is there to show for the answer, in words: the evidence, or why there is none.</summary>
    public string Evidence => Outcome switch
    {
        CheckOutcome.Failed => $"the check failed: {Failure?.Message}",
        CheckOutcome.TimedOut => $"no answer within {Took:c}",
        _ => Finding?.Evidence is { } evidence && !string.IsNullOrWhiteSpace(evidence) ? evidence : "no evidence was given",
    };

    /// <inheritdoc />
    public override string ToString() => $"{Check}: {Answer} ({Evidence})";
}
