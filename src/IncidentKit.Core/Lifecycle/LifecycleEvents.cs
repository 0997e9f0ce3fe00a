using System.Text.Json.Serialization;

namespace IncidentKit.Events;

/// <summary>There is an incident; <see cref="IncidentEvent.When"/> is the time of declaration.</summary>
public sealed record IncidentDeclared : IncidentEvent
{
    /// <summary>What is wrong.</summary>
    public required string Title { get; init; }

    /// <summary>The service that is affected.</summary>
    public required string Service { get; init; }

    /// <summary>Custom labels.</summary>
    [JsonConverter(typeof(EquatableStringListJsonConverter))]
    public IReadOnlyList<string>? Labels { get; init => field = EquatableStringList.From(value); }

    /// <summary>The human number.</summary>
    public int? Number { get; init; }

    /// <summary>The name of the policy that the incident follows.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of that policy.</summary>
    public required int PolicyVersion { get; init; }

    /// <summary>Who noticed first.</summary>
    public NoticedBy? NoticedBy { get; init; }

    /// <summary>The incident that came back.</summary>
    public IncidentId? RecurrenceOf { get; init; }

    /// <summary>Whether the incident was entered after the fact.</summary>
    public bool Retrospective { get; init; }

    /// <summary>The rank of the level that applies from the start, in a retrospective incident.</summary>
    public int? Level { get; init; }

    /// <summary>The name of that level.</summary>
    public string? LevelName { get; init; }

    /// <summary>Whether it is a drill (P63).</summary>
    public bool Drill { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapText(Func<string, string> map) =>
        this with { Title = map(Title), Labels = Labels is null ? null : [.. Labels.Select(map)] };

    internal override IncidentEvent MapNames(Incident incident) =>
        this with { Title = incident.TitleForOutsiders, Service = IncidentKit.Incident.RestrictedText, Labels = null };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.Id = Incident;
        incident.Number = Number;
        incident.Title = Title;
        incident.Service = Service;
        incident.Labels = Labels ?? EquatableStringList.Empty;
        incident.Policy = Policy;
        incident.PolicyVersion = PolicyVersion;
        incident.NoticedBy = NoticedBy;
        incident.RecurrenceOf = RecurrenceOf;
        incident.IsRetrospective = Retrospective;
        incident.IsDrill = Drill;
        incident.Level = Level;
        incident.LevelName = LevelName;
        incident.Detected = When;
    }
}

/// <summary>The first alert or report came in: T0.</summary>
public sealed record IncidentDetected : IncidentEvent
{
    internal override bool IsWork => false;

    internal override void Apply(IncidentBuilder incident) => incident.Detected = When;
}

/// <summary>A person has seen it and is on it.</summary>
public sealed record Acknowledged : IncidentEvent
{
    internal override void Apply(IncidentBuilder incident)
    {
        incident.IsAcknowledged = true;
        incident.AddResponder(By);
    }
}

/// <summary>It came back.</summary>
public sealed record IncidentRecurred : IncidentEvent
{
    /// <summary>What was seen.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };

    internal override void Apply(IncidentBuilder incident)
    {
        if (Kept)
            return;
        incident.Recurrences++;
        incident.MitigatedBy = null;
        incident.IsResolved = incident.IsWatchEnded = incident.IsPostMortemPublished = false;
        incident.WaivedDemands = [];
    }
}

/// <summary>Service is fully back and the cause is dealt with.</summary>
public sealed record IncidentResolved : IncidentEvent
{
    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };

    internal override void Apply(IncidentBuilder incident) => incident.IsResolved = true;
}

/// <summary>The watch for a recurrence was ended early.</summary>
public sealed record WatchEnded : IncidentEvent
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override void Apply(IncidentBuilder incident) => incident.IsWatchEnded = true;
}

/// <summary>The incident is over, with everything its level asks for.</summary>
public sealed record IncidentClosed : IncidentEvent
{
    internal override void Apply(IncidentBuilder incident) => incident.EndBy(this);
}

/// <summary>The incident ended as a false alarm, a duplicate or a ticket.</summary>
public sealed record IncidentCancelled : IncidentEvent
{
    /// <summary>Which of them.</summary>
    public required CancellationReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public string? Reason { get; init; }

    /// <summary>The ticket that it became.</summary>
    public string? Ticket { get; init; }

    /// <summary>The incident that it is a duplicate of.</summary>
    public IncidentId? DuplicateOf { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = Map(map, Reason), Ticket = Map(map, Ticket) };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.EndBy(this);
        incident.DuplicateOf = MovedTo is null ? incident.DuplicateOf : DuplicateOf;
    }
}

/// <summary>The incident was opened again.</summary>
public sealed record IncidentReopened : IncidentEvent
{
    /// <summary>It came back, or the record is incomplete.</summary>
    public required ReopenReason Because { get; init; }

    /// <summary>Why, in words.</summary>
    public required string Reason { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Reason = map(Reason) };

    internal override void Apply(IncidentBuilder incident)
    {
        if (MovedTo is null)
            return;
        incident.Ended = null;
        incident.DuplicateOf = null;
    }
}

/// <summary>Something was done otherwise than the policy wants, and accepted.</summary>
public sealed record DeviationRecorded : IncidentEvent
{
    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>What was otherwise.</summary>
    public required string Message { get; init; }

    /// <summary>What would have complied with the rule; null in a restricted view, and in events of earlier versions.</summary>
    public string? Remedy { get; init; }

    internal override bool IsWork => false;

    internal override IncidentEvent MapNames(Incident incident) =>
        this with { Message = IncidentKit.Incident.RestrictedText, Remedy = null };
}
