namespace IncidentKit;

/// <summary>The next thing that is due: pages, a ticket, or the end of the escalation.</summary>
internal sealed record PagingMove
{
    public required DateTimeOffset At { get; init; }

    public required PagingCause Cause { get; init; }

    public required string Why { get; init; }

    public required int Run { get; init; }

    public PageUrgency Urgency { get; init; }

    public IReadOnlyList<PagingGroup> Groups { get; init; } = [];

    /// <summary>Whom it does not page: who is here already.</summary>
    public IReadOnlySet<Responder> Without { get; init; } = new HashSet<Responder>();

    /// <summary>Where one person is enough: the people who are asked only where nobody else is left.</summary>
    public IReadOnlySet<Responder>? OnePersonRatherThan { get; init; }

    /// <summary>The sequence number of the request that it answers.</summary>
    public long? Request { get; init; }

    public bool FilesTicket { get; init; }

    public bool Exhausts { get; init; }
}
