namespace IncidentKit;

/// <summary>A time during which an obligation was required.</summary>
internal readonly record struct DueWindow(DateTimeOffset Due, DateTimeOffset? WaivedAt)
{
    /// <summary>The status of the obligation at an instant: the first line that applies.</summary>
    public ObligationStatus StatusAt(DateTimeOffset instant, ObligationStart start, Fulfillment met) => met switch
    {
        // What a recurrence made pointless while it was pending stays so, whatever comes later.
        _ when start.SupersededAt < Due && !(WaivedAt <= start.SupersededAt) && !(met.At <= start.SupersededAt)
            => ObligationStatus.NotRequired,
        _ when WaivedAt is not null => ObligationStatus.Waived,
        _ when met.At <= Due && !(met.At > start.ResolvedAt) => ObligationStatus.Met,
        { IsUnknown: true } when met.NotBefore > Due => ObligationStatus.MetLate,
        { IsUnknown: true } => ObligationStatus.Unknown,
        _ when start.ResolvedAt <= Due => ObligationStatus.NotRequired,
        { At: not null } => ObligationStatus.MetLate,
        _ when start.IsResolutionUnknown => ObligationStatus.Unknown,
        _ when Due <= instant => ObligationStatus.Missed,
        _ => ObligationStatus.Pending,
    };
}
