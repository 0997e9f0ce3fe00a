namespace IncidentKit.Rotation;

/// <summary>A stretch in which one person is on call without a break, whatever the turns and layers.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record OnCallShift
{
    /// <summary>Who is on call.</summary>
    public required Responder Person { get; init; }

    /// <summary>The first instant, in UTC.</summary>
    /// <value>Null where it has no start, or none within 100,000 changes before the range (15,625 with 64 layers).</value>
    public DateTimeOffset? Start { get; init; }

    /// <summary>The first instant after it, in UTC.</summary>
    /// <value>Null where it has no end, or none within as many after the range.</value>
    public DateTimeOffset? End { get; init; }

    /// <summary>Whether the person is on call before the requested range.</summary>
    public bool BeginsBefore { get; init; }

    /// <summary>Whether the person is on call after the range that was asked for.</summary>
    public bool EndsAfter { get; init; }

    /// <inheritdoc />
    public override string ToString() => $"{Person}: {Start:yyyy-MM-dd'T'HH:mm:ss'Z'}/{End:yyyy-MM-dd'T'HH:mm:ss'Z'}";
}
