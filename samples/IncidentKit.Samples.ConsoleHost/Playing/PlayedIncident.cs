using IncidentKit.Rotation;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>An incident to be played: who is on call, and what is done when.</summary>
internal sealed class PlayedIncident
{
    /// <summary>In a step, stands for whoever is on call at that moment.</summary>
    public const string OnCall = "on-call";

    /// <summary>The file it was read from, for messages.</summary>
    public required string File { get; init; }

    /// <summary>The instant of the first step.</summary>
    public required DateTimeOffset Start { get; init; }

    public required OnCallSchedule Schedule { get; init; }

    /// <summary>Who may be asked to lead, on call or not.</summary>
    public required IReadOnlyList<Responder> Leads { get; init; }

    public required DeclareIncident Declaration { get; init; }

    public required IReadOnlyList<PlayedStep> Steps { get; init; }

    /// <summary>What the post-mortem says besides the record.</summary>
    public required string? WhoWasAffected { get; init; }
}
