namespace IncidentKit.Rotation;

/// <summary>When each site should be on duty, with the proof; or why working hours do not cover the period.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class DutyProposal
{
    internal DutyProposal(IReadOnlyList<Site> sites, CoverageReport report) => (Sites, Report) = (sites, report);

    /// <summary>Whether the working hours of all sites together cover the period.</summary>
    public bool IsPossible => Sites.Count > 0;

    /// <summary>The sites with the proposed duty, in their own local times.</summary>
    /// <value>Empty where it is not possible.</value>
    public IReadOnlyList<Site> Sites { get; }

    /// <summary>The proof of the proposal, or the gaps between all working hours.</summary>
    public CoverageReport Report { get; }

    /// <summary>One line per site and window, or per pattern of missing hours.</summary>
    public override string ToString() => IsPossible
        ? string.Join('\n', Sites.SelectMany(s => s.Duty.Select(w => FormattableString.Invariant(
            $"{s.Name}: {w.From:HH:mm} to {w.To:HH:mm}{(w.Days.Count == 0 ? "" : " from " + string.Join(", ", w.Days))} ({s.TimeZone})"))))
        : string.Join('\n', Report.GapPatterns.Select(hours => $"nobody works: {hours}"));
}
