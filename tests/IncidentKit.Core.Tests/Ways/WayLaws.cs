using FsCheck.Xunit;
using IncidentKit.Tests.Lifecycle;

namespace IncidentKit.Tests.Ways;

/// <summary>Whatever refuses a command, the way leads past it; where there is none, a search through everything finds none.</summary>
/// <remarks>Each try asks about some forty refused commands: more than 10,000 under each policy.</remarks>
[Process("P61")]
[Laws(250, Arbitrary = [typeof(Steps)], EndSize = 80)]
public sealed class WayLaws
{
    private const int PairsOfATry = 42;
    private const int OneInSoMany = 60;

    [Property]
    public void WayTo_RefusedByTheDefaultPolicy_LeadsThereWithAnyValues(Step[] steps, int seed) => AssertLeadsThere(IncidentPolicy.Default, steps, new Random(seed));

    [Property]
    public void WayTo_RefusedByTheStrictPolicy_LeadsThereWithAnyValues(Step[] steps, int seed) => AssertLeadsThere(IncidentPolicy.Strict, steps, new Random(seed));

    private static void AssertLeadsThere(IncidentPolicy policy, Step[] steps, Random random)
    {
        var lifecycle = new IncidentLifecycle(policy);
        List<(Incident Incident, IncidentCommand Command, DateTimeOffset Now)> refused = [];
        var told = 0;
        Steps.Run(policy, steps, (incident, _, _, now) =>
        {
            var step = steps[told++];
            refused.AddRange(Steps.All(incident, step, now).Where(command => !lifecycle.Can(incident, command, now)).Select(command => (incident, command, now)));
        });
        foreach (var (incident, command, now) in random.GetItems<(Incident, IncidentCommand, DateTimeOffset)>([.. refused], refused.Count == 0 ? 0 : PairsOfATry))
            AssertLeadsThere(lifecycle, incident, command, now, random);
    }

    private static void AssertLeadsThere(IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, Random random)
    {
        var way = lifecycle.WayTo(incident, command, now);

        Assert.Equal(lifecycle.Decide(incident, command, now).Violations, way.Violations);
        var isPicked = random.Next(OneInSoMany) == 0;
        switch (way.Kind)
        {
            case WayKind.Steps:
                AssertAccepted(way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, way.Examples));
                AssertAccepted(way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, WayFollower.Filled(way, random)));
                if (isPicked && way.Steps.Count is 2 or 3 && !way.Steps.OfType<CommandStep>().Any(step => IsLastResort(step.Example)))
                    Assert.Null(BoundedModel.Shortest(lifecycle, incident, command, now, way.Steps.Count - 1, honest: true));
                break;
            case WayKind.None:
                Assert.NotEmpty(way.Obstacles);
                if (isPicked)
                    Assert.Null(BoundedModel.Shortest(lifecycle, incident, command, now, 2, honest: false));
                break;
            case WayKind.Malformed:
                Assert.All(way.Violations, v => Assert.StartsWith("IK1", v.Rule, StringComparison.Ordinal));
                break;
            case WayKind.AlreadySo:
                Assert.Contains(way.Violations, v => v.Remedy.StartsWith("Nothing to", StringComparison.Ordinal));
                break;
            default:
                Assert.Fail($"{command} in {incident}: {way.Kind} {way}");
                break;
        }
    }

    private static bool IsLastResort(IncidentCommand command) => command is EndWatch or WaiveDemand or ReportRecovered or ReportRecurrence or ReopenIncident { Because: ReopenReason.CameBack };

    private static void AssertAccepted(Way way, Incident incident, IncidentCommand command, Decision decision) =>
        Assert.True(decision.IsAccepted, $"{command}\nin {incident.Phase} {incident.LevelName} {incident.Roles}\n{way}\n{decision}");
}
