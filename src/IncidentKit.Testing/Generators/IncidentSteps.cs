using FsCheck;
using FsCheck.Fluent;
using static IncidentKit.Testing.IncidentStory;

namespace IncidentKit.Testing;

/// <summary>
/// Random steps, read as commands of every kind that fit the incident at hand; for FsCheck's
/// <c>Arbitrary = [typeof(IncidentSteps)]</c>, or by a seed.
/// </summary>
/// <remarks>Thread-safe.</remarks>
public static class IncidentSteps
{
    private const int Ahead = 8;
    private const int Picks = 100_000;
    internal const int UnknownTime = 9;

    private static readonly Responder[] People = [Alice, Bob, Carol];

    /// <summary>Generates steps.</summary>
    public static Arbitrary<IncidentStep> Arbitrary() =>
        (from kind in Gen.Choose(0, Picks - 1)
         from who in Gen.Choose(0, 6)
         from gap in Gen.Choose(1, 40)
         from ago in Gen.Choose(0, 20)
         from pick in Gen.Choose(0, Picks - 1)
         from odd in Gen.Choose(0, 24)
         select new IncidentStep(kind, who, gap, ago, pick, odd)).ToArbitrary();

    /// <summary>Steps by a seed: the same seed gives the same steps.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public static IReadOnlyList<IncidentStep> Of(int seed, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new IncidentStep(
            random.Next(Picks), random.Next(7), random.Next(1, 41), random.Next(21), random.Next(Picks), random.Next(25)))];
    }

    /// <summary>The command that a step means for an incident as it stands.</summary>
    public static IncidentCommand CommandOf(IncidentPolicy policy, Incident incident, IncidentStep step, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(step);
        return CommandOf(policy, incident, StepCommands.KindOf(step), step, now);
    }

    private static IncidentCommand CommandOf(IncidentPolicy policy, Incident incident, Type kind, IncidentStep step, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(incident);
        Actor by = step.By == 6 ? IncidentStory.Monitor : People[step.By % 3];
        // Most commands tell of now, some of a few minutes ago, a few run ahead within the tolerance, and of a few nobody knows the time.
        var when = step.Ago switch
        {
            < Ahead => When.At(now.AddMinutes(-step.Ago)),
            Ahead => When.At(now + policy.ClockTolerance),
            UnknownTime => When.Unknown,
            _ => When.Now,
        };
        var command = StepCommands.WellFormed(new StepScene(policy, incident, now, when.IsUnknown), kind, step.Pick, by, when);
        return step.IsMalformed ? StepCommands.Malformed(command, step.Pick) : command;
    }

    /// <summary>The command of every kind that a step could have meant.</summary>
    public static IEnumerable<IncidentCommand> All(IncidentPolicy policy, Incident incident, IncidentStep step, DateTimeOffset now) =>
        StepCommands.Kinds.Select(kind => CommandOf(policy, incident, kind, step with { Odd = 1 }, now));

    /// <summary>The same steps, at times that are known.</summary>
    public static IReadOnlyList<IncidentStep> AtKnownTimes(IEnumerable<IncidentStep> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        return [.. steps.Select(step => step.Ago == UnknownTime ? step with { Ago = 0 } : step)];
    }

    /// <summary>Runs the steps, and returns the incident after the last one.</summary>
    /// <param name="policy">The policy that the incident follows.</param>
    /// <param name="steps">The steps, in order.</param>
    /// <param name="told">Called with each decision.</param>
    /// <param name="retrospective">Whether the incident is entered in retrospect.</param>
    public static Incident Run(
        IncidentPolicy policy, IEnumerable<IncidentStep> steps, Action<IncidentMoment>? told = null, bool retrospective = false)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var story = new IncidentStory(
            policy,
            new() { By = IncidentStory.Monitor, Title = "Checkout fails", Service = "checkout", Retrospective = retrospective });
        var (incident, now) = (story.Incident, story.Now);
        foreach (var step in steps)
        {
            now = now.AddMinutes(step.Gap);
            var command = CommandOf(policy, incident, step, now);
            var decision = story.Lifecycle.Decide(incident, command, now);
            told?.Invoke(new IncidentMoment(story.Lifecycle, incident, step, command, decision, now));
            incident = decision.Incident!;
        }

        return incident;
    }
}
