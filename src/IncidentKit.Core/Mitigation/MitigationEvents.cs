namespace IncidentKit.Events;

/// <summary>A mitigation attempt began.</summary>
public sealed record MitigationBegun : IncidentEvent
{
    /// <summary>The number of the attempt, from 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>What is done.</summary>
    public required MitigationKind Kind { get; init; }

    /// <summary>What is done, in words.</summary>
    public string? Description { get; init; }

    /// <summary>Who proposed it.</summary>
    public Responder? ProposedBy { get; init; }

    /// <summary>Who decided it.</summary>
    public Responder? DecidedBy { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Description = Map(map, Description) };

    internal override void Apply(IncidentBuilder incident)
    {
        incident.Running = incident.Running.Add(Attempt);
        incident.Attempts = incident.Attempts.Add(new MitigationAttempt
        {
            Number = Attempt, Kind = Kind, Description = Description, ProposedBy = ProposedBy, DecidedBy = DecidedBy, DoneBy = By,
        });
    }

    internal override string? FaultAfter(IncidentBuilder incident) => NextOf(incident.Attempts.Count, Attempt, nameof(Attempt));
}

/// <summary>A mitigation attempt ended.</summary>
public sealed record MitigationRecorded : IncidentEvent
{
    /// <summary>The number of the attempt.</summary>
    public required int Attempt { get; init; }

    /// <summary>What came of it.</summary>
    public required MitigationOutcome Outcome { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Description { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Description = Map(map, Description) };

    internal override void Apply(IncidentBuilder incident)
    {
        var attempt = incident.Attempts[Attempt - 1];
        incident.Running = incident.Running.Remove(Attempt);
        incident.Attempts = incident.Attempts.SetItem(
            Attempt - 1,
            attempt with { Outcome = Outcome, Description = Description ?? attempt.Description });
    }

    internal override string? FaultAfter(IncidentBuilder incident) => OneOf(incident.Attempts.Count, Attempt, nameof(Attempt));
}

/// <summary>The bleeding has stopped, or service came back by itself.</summary>
public sealed record ServiceMitigated : IncidentEvent
{
    /// <summary>How service came back.</summary>
    public required MitigatedBy How { get; init; }

    /// <summary>How many recurrences had been recorded by then.</summary>
    public required int Recurrence { get; init; }

    /// <summary>What was done, in words.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };

    internal override void Apply(IncidentBuilder incident) => incident.MitigatedBy = How;
}

/// <summary>Something was found.</summary>
public sealed record FindingRecorded : IncidentEvent
{
    /// <summary>What the finding is.</summary>
    public required FindingKind Kind { get; init; }

    /// <summary>The finding.</summary>
    public required string Text { get; init; }

    /// <summary>A link to the evidence.</summary>
    public string? Link { get; init; }

    /// <summary>The addressee: the commander when it was recorded; null if there was none (P64).</summary>
    public Responder? To { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Text = map(Text), Link = Map(map, Link) };
}

/// <summary>The cause was found.</summary>
public sealed record CauseIdentified : IncidentEvent
{
    /// <summary>The cause.</summary>
    public required string Cause { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Cause = map(Cause) };

    internal override void Apply(IncidentBuilder incident) => incident.Cause = Cause;
}

/// <summary>Mitigation did not work, and more people were called in.</summary>
public sealed record EscalatedUnmitigated : IncidentEvent
{
    /// <summary>The addressee, or the reason.</summary>
    public string? Statement { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Statement = Map(map, Statement) };

    internal override void Apply(IncidentBuilder incident) => incident.Escalations++;
}

/// <summary>A vendor's support is on it.</summary>
public sealed record VendorEngaged : IncidentEvent
{
    /// <summary>The vendor.</summary>
    public required string Vendor { get; init; }

    /// <summary>The number of the case there.</summary>
    public string? Case { get; init; }

    internal override IncidentEvent MapText(Func<string, string> map) => this with { Vendor = map(Vendor), Case = Map(map, Case) };

    internal override void Apply(IncidentBuilder incident) => incident.Engage(new VendorCase(Vendor, Case));
}
