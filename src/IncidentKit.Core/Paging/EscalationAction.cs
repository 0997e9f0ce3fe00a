namespace IncidentKit;

/// <summary>The next thing that is due of an escalation: pages, a ticket, or its end.</summary>
/// <remarks>Immutable and thread-safe. Instants are in UTC.</remarks>
public sealed record EscalationAction
{
    internal EscalationAction()
    {
    }

    /// <summary>When it is due; in the past if it was due before.</summary>
    public DateTimeOffset DueAt { get; internal init; }

    /// <summary>Why it is due.</summary>
    public PagingCause Cause { get; internal init; }

    /// <summary>The same in words.</summary>
    public string Reason { get; internal init; } = "";

    /// <summary>Who is paged: people and audience words, each once. Empty if it files a ticket.</summary>
    public IReadOnlyList<EscalationTarget> Targets => [.. Groups.SelectMany(group => group.Targets).Distinct()];

    internal int Run { get; init; }

    internal PageUrgency Urgency { get; init; }

    internal IReadOnlyList<PagingGroup> Groups { get; init; } = [];

    /// <summary>Who is not paged: who is here already.</summary>
    internal IReadOnlySet<Responder> Without { get; init; } = new HashSet<Responder>();

    /// <summary>If one person is enough: the people who are asked only if nobody else is left.</summary>
    internal IReadOnlySet<Responder>? OnePersonRatherThan { get; init; }

    /// <summary>The sequence number of the request that it answers.</summary>
    internal long? Request { get; init; }

    internal bool FilesTicket { get; init; }

    internal bool Exhausts { get; init; }

    /// <summary>
    /// The commands that record what is to be done, in order: a page for each person, a skip if nobody is found, a ticket.
    /// </summary>
    /// <remarks>
    /// Page first, and give the commands to the manager then. A page that is not delivered becomes <see cref="PagingFact.Failed"/>.
    /// </remarks>
    /// <param name="incident">The incident.</param>
    /// <param name="at">The instant of doing it.</param>
    /// <param name="people">The people that each of the <see cref="Targets"/> stands for; null if the question was not answered.</param>
    public IReadOnlyList<RecordPaging> Resolve(
        IncidentId incident, DateTimeOffset at, Func<EscalationTarget, IReadOnlyList<Responder>?> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return PagingFacts.Of(this, incident, at, people);
    }

    /// <summary>What the pager is asked for one of the commands of <see cref="Resolve"/>.</summary>
    /// <param name="page">The command, whose fact is <see cref="PagingFact.Paged"/>.</param>
    /// <param name="all">All commands of the action: each person learns who else is paged.</param>
    /// <param name="incident">The incident.</param>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="at">The instant of the page.</param>
    public PageRequest RequestFor(
        RecordPaging page, IReadOnlyList<RecordPaging> all, Incident incident, IncidentPolicy policy, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(all);
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        return PageRequests.Of(incident, policy, this, page, all, at);
    }
}
