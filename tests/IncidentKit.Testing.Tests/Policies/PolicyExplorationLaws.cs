using FsCheck.Xunit;
using IncidentKit.Tests;

namespace IncidentKit.Testing.Tests.Policies;

/// <summary>What the check says can never be is what a play of every order never reaches, and the other way round.</summary>
/// <remarks>A run with <c>INCIDENTKIT_LAWS=40</c> tries a thousand policies.</remarks>
[Process("P01")]
[Laws(25, Arbitrary = [typeof(RandomPolicy)])]
public sealed class PolicyExplorationLaws
{
    [Property]
    public void Of_RandomPolicy_AgreesWithPlayingEveryOrder(RandomPolicy random)
    {
        var policy = random.Policy;
        var level = policy.Levels[random.Level];
        var played = new PlayedPolicy(policy, level);
        var found = PolicyExploration.Of(policy, level);

        Assert.Equal(
            Expected(policy, level, played).Order(StringComparer.Ordinal),
            found.Select(f => f.What).Where(what => !what.StartsWith("leave", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Expected(IncidentPolicy policy, SeverityLevel level, PlayedPolicy played)
    {
        foreach (var (phase, ways) in ExampleMoves.Into)
        {
            if (!played.Reaches(phase, ways))
                yield return $"reach the phase {phase}";
        }

        foreach (var (what, from, gate) in ExampleMoves.Gates(policy, level))
        {
            if (from == IncidentPhase.Detection
                ? !played.Accepts(gate)
                : from == IncidentPhase.Closed && played.Reaches(from, []) && !played.AcceptsIn(from, gate))
            {
                yield return what;
            }
        }
    }
}
