using System.Text.Json.Serialization;

namespace IncidentKit.Commands;

/// <summary>A person has joined, or was brought in by somebody else (P13).</summary>
public sealed record Join : ReportCommand
{
    /// <summary>Who was brought in; the person who says so where null.</summary>
    public Responder? Person { get; init; }
}

/// <summary>A person gets a role.</summary>
public sealed record AssignRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it. Null only in a retrospective incident: somebody, nobody recorded who.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public required Responder? To { get; init; }
}

/// <summary>The holder of a role hands it over.</summary>
public sealed record HandOffRole : ReportCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }

    /// <summary>Who gets it.</summary>
    public required Responder To { get; init; }

    /// <summary>For command: what is known, what is running, when the next update is due.</summary>
    public string? Note { get; init; }
}

/// <summary>A person takes command. Never refused to a person; the former holder is told.</summary>
public sealed record TakeCommand : ReportCommand
{
    /// <summary>Why.</summary>
    public required string Reason { get; init; }
}

/// <summary>The holder gives up a role without a successor; the commander holds it again.</summary>
public sealed record GiveUpRole : GateCommand
{
    /// <summary>The role.</summary>
    public required IncidentRole Role { get; init; }
}
