namespace IncidentKit;

/// <summary>The first acknowledgement as the start of obligations; without one, the response deadline takes its place.</summary>
/// <param name="IsUnknown">Whether it is unknown.</param>
/// <param name="StartedAt">When obligations start that count from it; null if they have not.</param>
/// <param name="CountedFrom">Where a second clock starts; it may lie in the future.</param>
internal readonly record struct AcknowledgementStart(bool IsUnknown, DateTimeOffset? StartedAt, DateTimeOffset? CountedFrom)
{
    public static AcknowledgementStart Read(ObligationEvaluation evaluation)
    {
        var facts = evaluation.Facts;
        var first = facts.Acknowledged.First(evaluation.Instant);
        if (facts.Detected.IsUnknown)
            return first is not null && !facts.Acknowledged.HasUnknown ? new(false, first, first) : new(true, null, null);
        if (facts.Acknowledged.HasUnknown)
            return new(evaluation.DetectedAt is not null, null, null);
        if (evaluation.DetectedAt is null)
            return new(false, first, first);
        if (evaluation.RowsOf(BuiltInObligations.Acknowledge) is not [{ DueAt: { } deadline, Status: var status }, ..])
            return new(false, null, null);
        var countedFrom = first is { } at ? Instants.Earlier(at, deadline) : deadline;
        return new(false, first is null && status == ObligationStatus.Waived ? null : countedFrom, countedFrom);
    }
}
