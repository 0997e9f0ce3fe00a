
namespace IncidentKit.Tests.Planning;

/// <summary>Follows ways as a host would: gives the commands, moves the clock, changes the command.</summary>
internal static class WayFollower
{
    private static readonly Responder[] Pool = [Story.Alice, Story.Bob, Story.Carol, new("dave"), new("erin"), new("frank")];
    private static readonly string[] Texts = ["a reason", "Fehlerrate über 5 %", "x", new('y', 200), "\"quoted\" \\ 🔥"];

    /// <summary>What the incident says to the command in the end; a step that is refused fails the test.</summary>
    public static Decision Follow(
        IncidentLifecycle lifecycle,
        Incident incident,
        IncidentCommand command,
        DateTimeOffset now,
        Way way,
        StepValues values)
    {
        foreach (var step in way.Steps)
        {
            switch (step)
            {
                case CommandStep give:
                    var decision = lifecycle.Decide(incident, give.ToCommand(values), now);
                    Assert.True(decision.IsAccepted, $"{way}\n{give.Number}: {give.ToCommand(values)}\n{decision}");
                    incident = decision.Incident!;
                    break;
                case ChangeStep change:
                    command = change.ApplyTo(command, values);
                    break;
                case WaitStep wait:
                    Assert.True(wait.Until > now);
                    now = wait.Until;
                    break;
            }
        }

        return lifecycle.Decide(incident, command, now);
    }

    /// <summary>Any values that keep the constraints.</summary>
    public static StepValues Filled(Way way, Random random)
    {
        var values = StepValues.None;
        foreach (var parameter in way.Steps.SelectMany(step => step.Parameters))
        {
            var candidates = CandidatesOf(parameter, values);
            random.Shuffle(candidates);
            values = values.With(
                parameter.Key,
                Array.Find(candidates, c => parameter.FaultOf(c, values) is null)
                    ?? throw new InvalidOperationException($"nothing keeps {parameter} in\n{way}"));
        }

        return values;
    }

    private static object[] CandidatesOf(StepParameter parameter, StepValues values) => parameter.Kind switch
    {
        StepParameterKind.Person when parameter.SameAs is { } same => [values.Find(same)!],
        StepParameterKind.Person => [.. parameter.OneOf ?? Pool],
        StepParameterKind.Text => [.. Texts],
        StepParameterKind.Choice => [.. parameter.Choices],
        StepParameterKind.Date => [new DateOnly(2025, 12, 1), DateOnly.MaxValue],
        _ => [parameter.From!, parameter.Until!],
    };
}
