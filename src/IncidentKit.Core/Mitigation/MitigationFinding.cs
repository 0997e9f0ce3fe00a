namespace IncidentKit;

/// <summary>What a check found: its answer, and what shows it (P19).</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record MitigationFinding
{
    /// <summary>The answer.</summary>
    public required CheckAnswer Answer { get; init; }

    /// <summary>What shows it, such as "checkout 4.2 went out at 14:21". People read it.</summary>
    public string? Evidence { get; init; }

    /// <summary>How sure the check is, from 0 to 1, where it says so. It changes no ranks: the order of the playbook does.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value does not lie between 0 and 1.</exception>
    public double? Confidence
    {
        get;
        init => field = value is null or (>= 0 and <= 1)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A confidence lies between 0 and 1.");
    }

    /// <summary>Yes, for what <paramref name="evidence"/> shows.</summary>
    public static MitigationFinding Yes(string evidence, double? confidence = null) =>
        new() { Answer = CheckAnswer.Yes, Evidence = evidence, Confidence = confidence };

    /// <summary>No, for what <paramref name="evidence"/> shows.</summary>
    public static MitigationFinding No(string? evidence = null, double? confidence = null) =>
        new() { Answer = CheckAnswer.No, Evidence = evidence, Confidence = confidence };

    /// <summary>It cannot be told, for what <paramref name="evidence"/> says.</summary>
    public static MitigationFinding Unknown(string? evidence = null) => new() { Answer = CheckAnswer.Unknown, Evidence = evidence };
}
