using FsCheck.Xunit;

namespace IncidentKit.Tests.Planning;

/// <summary>The same under the strict policy; apart, so that both run at once.</summary>
[Process("P61")]
[Laws(250, Arbitrary = [typeof(Steps)], EndSize = 80)]
public sealed class StrictWayLaws
{
    [Property]
    public void WayTo_RefusedByTheStrictPolicy_LeadsThereWithAnyValues(Step[] steps, int seed) =>
        WayCheck.AssertLeadsThere(IncidentPolicy.Strict, steps, new Random(seed));
}
