namespace IncidentKit.Commands;

/// <summary>
/// Pages somebody: a person, who stands behind an audience word, or the next step of the escalation policy where neither
/// is named (P30, P32). Open to everybody, at any level and hour. Told of an earlier time, it is the record of a page
/// that was made by other means.
/// </summary>
public sealed record Page : ReportCommand
{
    /// <summary>Who is paged.</summary>
    public Responder? To { get; init; }

    /// <summary>Who is paged, by a word such as "engineering lead", where no person is named.</summary>
    public string? Audience { get; init; }

    /// <summary>What the page says beside the incident itself.</summary>
    public string? Message { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.OptionalWord(nameof(Audience), Audience),
        TextField.OptionalText(nameof(Message), Message),
    ];

    internal override void Record(EventRecorder recorder) =>
        recorder.RecordMain(new PageRequested { To = To, Audience = To is null ? Audience : null, Message = Message });
}

/// <summary>
/// Records what was paged, could not be paged, was skipped or filed. The paging monitor gives it; the same
/// <see cref="Delivery"/> has one effect.
/// </summary>
public sealed record RecordPaging : ReportCommand, IFitsEveryPhase
{
    /// <summary>What was done.</summary>
    public required PagingFact Fact { get; init; }

    /// <summary>The stable id of what was done: whoever finds it due makes the same one.</summary>
    public required string Delivery { get; init; }

    /// <summary>The run of the escalation, from 1: silence begins the next one, and a recurrence the first of the next thousand.</summary>
    public required int Run { get; init; }

    /// <summary>Why it was due.</summary>
    public required PagingCause Cause { get; init; }

    /// <summary>The step of the escalation policy, from 1; null for what is no step.</summary>
    public int? Step { get; init; }

    /// <summary>How often the steps had been repeated.</summary>
    public int? Repeat { get; init; }

    /// <summary>The audience word that was asked for.</summary>
    public string? Audience { get; init; }

    /// <summary>Who was paged, or could not be.</summary>
    public Responder? To { get; init; }

    /// <summary>How urgent the page was.</summary>
    public PageUrgency? Urgency { get; init; }

    /// <summary>The sequence number of the request that it answers.</summary>
    public long? Request { get; init; }

    /// <summary>Why somebody could not be reached or was skipped, or a ticket was filed.</summary>
    public string? Reason { get; init; }

    internal override IEnumerable<TextField> Texts =>
    [
        TextField.Text(nameof(Delivery), Delivery),
        TextField.OptionalWord(nameof(Audience), Audience),
        TextField.OptionalText(nameof(Reason), Reason),
    ];

    internal override RuleBreach? MissingReference(RuleContext context) =>
        Request is { } request ? FormBreach.NoneOf("event", request, context.Incident.Version, nameof(Request)) : null;

    internal override RuleBreach? OutOfRange(RuleContext context) =>
        FormBreach.TooSmall(Run, 1, nameof(Run))
        ?? FormBreach.TooSmall(Step, 1, nameof(Step))
        ?? FormBreach.TooSmall(Repeat, 0, nameof(Repeat));

    internal override RuleBreach? MissingPerson(RuleContext context) =>
        To is null && Fact is PagingFact.Paged or PagingFact.Failed
            ? new RuleBreach("Nobody is named who was paged.", "Name the person in To.", nameof(To))
            : null;

    internal override void Record(EventRecorder recorder)
    {
        if (!PagingRecords.IsRecorded(recorder.Incident, Delivery))
            recorder.RecordMain(PagingRecords.EventOf(this));
    }
}
