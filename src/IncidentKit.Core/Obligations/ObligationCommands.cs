namespace IncidentKit.Commands;

/// <summary>Meets an obligation that the host defined, where nothing else says that it is met.</summary>
public sealed record MeetObligation : ReportCommand
{
    /// <summary>The name of the host's obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>What shows it, such as the number of a notice.</summary>
    public string? Evidence { get; init; }
}

/// <summary>
/// Records what was missed until now, each miss once. The obligation monitor gives it; its time of happening is always now.
/// </summary>
public sealed record CheckObligations : ReportCommand;

/// <summary>The commander waives what is pending of an obligation.</summary>
public sealed record WaiveObligation : GateCommand
{
    /// <summary>The name of the obligation.</summary>
    public required string Obligation { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>A named person waives a demand that stands before a gate, where the policy allows it (P28).</summary>
public sealed record WaiveDemand : GateCommand
{
    /// <summary>The id of the rule that makes the demand.</summary>
    public required string Rule { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}
