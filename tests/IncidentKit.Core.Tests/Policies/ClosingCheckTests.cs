using System.Diagnostics;
using System.Text;

namespace IncidentKit.Tests.Policies;

/// <summary>A policy under which no incident can be closed is refused at the start of a host, with the commands that show it.</summary>
[Process("P01")]
public sealed class ClosingCheckTests
{
    [Fact]
    public void Validate_ResolvingThatNothingAllows_NamesTheRuleWithATrace()
    {
        var policy = Of(HostRules.Make(
            "ACME-1",
            [typeof(ResolveIncident)],
            c => c.Incident.IsPostMortemPublished ? null : new RuleBreach("Not published."),
            steps: _ => [StepOffer.Give("Publish.", v => new PublishPostMortem { By = v.Person("By") }, StepParameter.Person("By"))]));

        var fault = Assert.Single(policy.Validate());

        Assert.Equal(
            "rules.ACME-1: an incident of SEV-1 or SEV-2 or SEV-3 or SEV-4 can never be resolved, since ACME-1 stands in the way",
            fault.ToString());
        Assert.Equal(
            [typeof(DeclareIncident), typeof(DeclareMitigated), typeof(ResolveIncident)], fault.Trace.Select(command => command.GetType()));
    }

    [Fact]
    public void Validate_ClosingThatThrowsAtOneLevel_NamesTheLevelAndWhatWasThrown() => Assert.Equal(
        "rules.ACME-2: an incident of SEV-3 can never be closed, since ACME-2 stands in the way: it throws InvalidOperationException: no",
        Assert.Single(Of(HostRules.Make(
            "ACME-2",
            [typeof(CloseIncident)],
            c => c.Incident.Level == 3 ? throw new InvalidOperationException("no") : null,
            steps: _ => [])).Validate()).ToString());

    [Fact]
    public void Validate_WhatIsNotNeededToClose_IsLeftToTheLinter()
    {
        var opaque = HostRules.Make("ACME-3", [typeof(CloseIncident)], _ => new RuleBreach("Ask the auditor."));
        var noMitigation = HostRules.Make("ACME-4", [typeof(BeginMitigation)], _ => new RuleBreach("Never."), steps: _ => []);

        Assert.Empty(Of(opaque).Validate());
        Assert.Empty(Of(noMitigation).Validate());
    }

    [Theory]
    [InlineData("""{ "name": "p" }""")]
    [InlineData(
        """
        { "name": "p", "calendar": { "timeZone": "Europe/Berlin", "hours": { "monday": { "opens": "09:00", "closes": "09:01" } } },
          "publishOnBusinessDay": 100, "postMortemWithin": "3600.00:00:00",
          "levels": [ { "name": "A", "response": { "withinBusinessTime": "16.16:00:00" }, "postMortem": "always" },
                      { "name": "B", "response": { "withinBusinessTime": "16.16:00:00" }, "watchFor": "3600.00:00:00" } ] }
        """)]
    public void Validate_SoundPolicyOfOneKilobyte_IsQuick(string json)
    {
        // The first call also compiles the code.
        Assert.Empty(IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "p").Validate());
        var watch = Stopwatch.StartNew();
        var quickest = TimeSpan.MaxValue;
        for (var i = 0; i < 5; i++)
        {
            var policy = IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "p");
            watch.Restart();
            Assert.Empty(policy.Validate());
            quickest = watch.Elapsed < quickest ? watch.Elapsed : quickest;
        }

        Assert.True(quickest < TimeSpan.FromMilliseconds(50), $"{quickest.TotalMilliseconds} ms");
    }

    private static IncidentPolicy Of(params IncidentRule[] rules) => new() { Name = "acme", Rules = [.. BuiltInRules.All, .. rules] };
}
