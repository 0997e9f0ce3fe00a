namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>A recorded incident as its file says it, before it passes the lifecycle.</summary>
internal sealed class RecordedIncident
{
    /// <summary>The file it was read from, for messages.</summary>
    public required string File { get; init; }

    public required string Id { get; init; }

    public required string Title { get; init; }

    public required string Service { get; init; }

    public required DateOnly Date { get; init; }

    public RecordedTime Started { get; init; }

    public RecordedTime Detected { get; init; }

    public RecordedTime Declared { get; init; }

    public RecordedTime Acknowledged { get; init; }

    public RecordedTime LevelSet { get; init; }

    public RecordedTime ChannelOpened { get; init; }

    public RecordedTime CauseFound { get; init; }

    public RecordedTime Mitigated { get; init; }

    public RecordedTime Resolved { get; init; }

    /// <summary>Absent or "never" means none; null means that nobody knows.</summary>
    public RecordedTime Escalated { get; init; }

    /// <summary>The level, or null where the file names none: SEV-2 then counts in full.</summary>
    public int? Level { get; init; }

    public bool? CustomersAffected { get; init; }

    public bool? DataLost { get; init; }

    public NoticedBy? FirstNoticedBy { get; init; }

    public string? Impact { get; init; }

    public string? RootCause { get; init; }

    /// <summary>Null where nobody recorded them.</summary>
    public IReadOnlyList<RecordedRole>? Roles { get; init; }

    /// <summary>Null where nobody recorded them.</summary>
    public IReadOnlyList<RecordedUpdate>? Updates { get; init; }

    public IReadOnlyList<RecordedImpact> ImpactIntervals { get; init; } = [];

    public IReadOnlyList<RecordedRecurrence> Recurrences { get; init; } = [];

    public IReadOnlyList<RecordedRow> Timeline { get; init; } = [];

    public IReadOnlyList<string> WentWell { get; init; } = [];

    public IReadOnlyList<string> WentPoorly { get; init; } = [];

    public IReadOnlyList<RecordedItem> ActionItems { get; init; } = [];

    public RecordedTime PostMortemFixed { get; init; }

    public RecordedTime PostMortemHeld { get; init; }

    public RecordedTime PostMortemPublished { get; init; }

    /// <summary>The places of keys that are none of the form's.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}
