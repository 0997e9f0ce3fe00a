namespace IncidentKit.Insights;

/// <summary>How many incidents one calendar month had.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record MonthCount
{
    /// <summary>The first day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>How many incidents of levels that page somebody had their T0 in it.</summary>
    public required int Count { get; init; }

    /// <inheritdoc />
    public override string ToString() => FormattableString.Invariant($"{Month:yyyy-MM}: {Count}");
}
