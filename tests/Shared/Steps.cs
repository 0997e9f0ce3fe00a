using FsCheck;
using IncidentKit.Testing;

namespace IncidentKit.Tests;

/// <summary>The random steps that hosts test with too, told as the laws of the library want them.</summary>
public static class Steps
{
    public static Arbitrary<Step> Arbitrary() => IncidentSteps.Arbitrary();

    /// <summary>The command of every kind that a step could have meant, malformed ones left out.</summary>
    public static IEnumerable<IncidentCommand> All(Incident incident, Step step, DateTimeOffset now) =>
        IncidentSteps.All(IncidentPolicy.Default, incident, step, now);

    /// <summary>The command that a step means for an incident as it stands.</summary>
    public static IncidentCommand CommandOf(Incident incident, Step step, DateTimeOffset now) =>
        IncidentSteps.CommandOf(IncidentPolicy.Default, incident, step, now);

    /// <summary>The same steps, at times that are known.</summary>
    public static Step[] AtKnownTimes(IEnumerable<Step> steps) => [.. IncidentSteps.AtKnownTimes(steps)];

    /// <summary>Runs the steps; every decision is told with the incident before it and its command.</summary>
    public static Incident Run(
        IncidentPolicy policy,
        IEnumerable<Step> steps,
        Action<Incident, IncidentCommand, Decision, DateTimeOffset>? told = null,
        bool retrospective = false) =>
        IncidentSteps.Run(policy, steps, moment => told?.Invoke(moment.Before, moment.Command, moment.Decision, moment.Now), retrospective);
}
