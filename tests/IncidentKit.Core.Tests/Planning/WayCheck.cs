
namespace IncidentKit.Tests.Planning;

/// <summary>Asks for the ways past what refuses the commands of a random incident, and follows them.</summary>
internal static class WayCheck
{
    private const int PairsOfATry = 44;
    private const int OneInSoMany = 400;

    public static void AssertLeadsThere(IncidentPolicy policy, Step[] steps, Random random)
    {
        var lifecycle = new IncidentLifecycle(policy);
        List<(Incident Incident, IncidentCommand Command, DateTimeOffset Now)> refused = [];
        var told = 0;
        Steps.Run(policy, steps, (incident, _, _, now) =>
        {
            var step = steps[told++];
            refused.AddRange(Steps.All(incident, step, now)
                .Where(command => !lifecycle.Can(incident, command, now))
                .Select(command => (incident, command, now)));
        });
        for (var i = 0; i < PairsOfATry && refused.Count > 0; i++)
        {
            var (incident, command, now) = refused[random.Next(refused.Count)];
            AssertLeadsThere(lifecycle, incident, command, now, random);
        }
    }

    private static void AssertLeadsThere(
        IncidentLifecycle lifecycle,
        Incident incident,
        IncidentCommand command,
        DateTimeOffset now,
        Random random)
    {
        var way = lifecycle.WayTo(incident, command, now);

        Assert.Equal(lifecycle.Decide(incident, command, now).Violations, way.Violations);
        var isPicked = random.Next(OneInSoMany) == 0;
        switch (way.Kind)
        {
            case WayKind.Steps:
                AssertAccepted(way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, way.Examples));
                AssertAccepted(
                    way, incident, command, WayFollower.Follow(lifecycle, incident, command, now, way, WayFollower.Filled(way, random)));
                if (isPicked && way.Steps.Count <= 3)
                    AssertCheapest(lifecycle, incident, command, now, way);
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

    // No shorter sequence of acts is enough; a last resort costs more than any sequence of acts.
    private static void AssertCheapest(
        IncidentLifecycle lifecycle, Incident incident, IncidentCommand command, DateTimeOffset now, Way way)
    {
        IncidentCommand[] given = [.. way.Steps.OfType<CommandStep>().Select(step => step.Example)];
        if (given.Any(c => c is ReopenIncident { Because: ReopenReason.CameBack }))
            return;
        var depth = given.Any(c => c is EndWatch or WaiveDemand or ReportRecovered or ReportRecurrence) ? 2 : way.Steps.Count - 1;
        var shortest = BoundedModel.Shortest(lifecycle, incident, command, now, depth, honest: true);
        Assert.True(shortest is null, $"{command}\nin {incident.Phase} {incident.LevelName}: {shortest} acts are enough\n{way}");
    }

    private static void AssertAccepted(Way way, Incident incident, IncidentCommand command, Decision decision) =>
        Assert.True(decision.IsAccepted, $"{command}\nin {incident.Phase} {incident.LevelName} {incident.Roles}\n{way}\n{decision}");
}
