using FsCheck.Xunit;

namespace IncidentKit.Tests.Planning;

/// <summary>Whatever refuses a command, the way leads past it; where there is none, a search through everything finds none.</summary>
/// <remarks>Each try asks about some forty refused commands: more than 10,000 under each policy.</remarks>
[Process("P61")]
[Laws(250, Arbitrary = [typeof(Steps)], EndSize = 80)]
public sealed class WayLaws
{
    [Property]
    public void WayTo_RefusedByTheDefaultPolicy_LeadsThereWithAnyValues(Step[] steps, int seed) =>
        WayCheck.AssertLeadsThere(IncidentPolicy.Default, steps, new Random(seed));
}
