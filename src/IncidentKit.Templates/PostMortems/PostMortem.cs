namespace IncidentKit.Templates;

/// <summary>A post-mortem for people inside the company (P51).</summary>
/// <remarks>
/// What is not known or not written yet is null or empty, see <see cref="PostMortems.Check"/>. Equal by value, lists by their
/// content; immutable and thread-safe.
/// </remarks>
public sealed record PostMortem
{
    /// <summary>What went wrong, in one line.</summary>
    public required string Title { get; init; }

    /// <summary>The service that was affected.</summary>
    public required string Service { get; init; }

    /// <summary>The level, such as "SEV-2 Major".</summary>
    public required string Severity { get; init; }

    /// <summary>The day in UTC on which it began, or was detected.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>From the start of impact to resolution.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>From detection to resolution, if the start of impact is unknown.</summary>
    public TimeSpan? DurationAtLeast { get; init; }

    /// <summary>How long the service was down.</summary>
    public TimeSpan? Downtime { get; init; }

    /// <summary>Where the downtime comes from.</summary>
    public DowntimeBasis? DowntimeBasis { get; init; }

    /// <summary>From the start of impact to detection.</summary>
    public TimeSpan? ToDetect { get; init; }

    /// <summary>From detection to acknowledgement.</summary>
    public TimeSpan? ToAcknowledge { get; init; }

    /// <summary>From the start of impact to mitigation.</summary>
    public TimeSpan? ToMitigate { get; init; }

    /// <summary>What happened, who was affected, how it was resolved.</summary>
    public PostMortemSummary Summary { get; init; } = new();

    /// <summary>What happened when, unknown times last.</summary>
    public IReadOnlyList<TimelineEntry> Timeline { get; init; } = [];

    /// <summary>Who held which role.</summary>
    public IReadOnlyList<RoleEntry> Roles { get; init; } = [];

    /// <summary>The conditions that let it happen.</summary>
    public string? RootCause { get; init; }

    /// <summary>What went well.</summary>
    public IReadOnlyList<PostMortemPoint> WentWell { get; init; } = [];

    /// <summary>What went poorly.</summary>
    public IReadOnlyList<PostMortemPoint> WentPoorly { get; init; } = [];

    /// <summary>What is done so that it does not come back.</summary>
    public IReadOnlyList<ActionItem> ActionItems { get; init; } = [];

    /// <inheritdoc />
    public bool Equals(PostMortem? other) =>
        other is not null
        && (Title, Service, Severity, Date, Duration, Downtime, DowntimeBasis)
            == (other.Title, other.Service, other.Severity, other.Date, other.Duration, other.Downtime, other.DowntimeBasis)
        && (DurationAtLeast, ToDetect, ToAcknowledge, ToMitigate, Summary, RootCause)
            == (other.DurationAtLeast, other.ToDetect, other.ToAcknowledge, other.ToMitigate, other.Summary, other.RootCause)
        && Timeline.SequenceEqual(other.Timeline) && Roles.SequenceEqual(other.Roles)
        && WentWell.SequenceEqual(other.WentWell)
        && WentPoorly.SequenceEqual(other.WentPoorly)
        && ActionItems.SequenceEqual(other.ActionItems);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(Title, Service, Severity, Date, Duration, RootCause, Timeline.Count, ActionItems.Count);
}
