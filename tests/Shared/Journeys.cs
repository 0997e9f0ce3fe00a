namespace IncidentKit.Tests;

/// <summary>Random steps, of which a third takes the incident further on its way, so that many are resolved and some recur.</summary>
internal static class Journeys
{
    /// <summary>The incident after the steps.</summary>
    /// <param name="policy">The policy that it follows.</param>
    /// <param name="retrospective">Whether it is entered in retrospect.</param>
    /// <param name="steps">The steps, in order.</param>
    /// <param name="given">Which commands are given; all of them if null.</param>
    /// <param name="told">Receives the incident and the instant after each step.</param>
    public static Incident Run(
        IncidentPolicy policy,
        bool retrospective,
        IEnumerable<Step> steps,
        Func<IncidentCommand, bool>? given = null,
        Action<Incident, DateTimeOffset>? told = null)
    {
        var story = new Story(policy, new SystemActor("monitor"), retrospective);
        var (incident, now) = (story.Incident, Story.Start);
        foreach (var step in steps)
        {
            now = now.AddMinutes(step.Gap);
            var command = step.Odd % 3 == 0 ? NextOf(incident, step) : Steps.CommandOf(incident, step, now);
            command = command.When.IsNow && step.Ago < 8 ? command with { When = When.At(now.AddMinutes(-step.Ago)) } : command;
            if (given?.Invoke(command) != false)
                incident = story.Lifecycle.Decide(incident, command, now).Incident!;
            told?.Invoke(incident, now);
        }

        return incident;
    }

    private static IncidentCommand NextOf(Incident incident, Step step) => incident switch
    {
        { Level: null } => new Classify { By = Story.Alice, Level = 1 + (step.Pick % 3) },
        { Roles.Commander: null } => new TakeCommand { By = Story.Alice, Reason = "on call" },
        { MitigatedBy: null } => new DeclareMitigated { By = Story.Alice, How = MitigatedBy.Fix },
        { IsResolved: false } => new ResolveIncident { By = Story.Alice },
        _ => new ReportRecurrence { By = Story.Bob, When = step.Pick % 5 == 0 ? When.Unknown : When.Now },
    };
}
