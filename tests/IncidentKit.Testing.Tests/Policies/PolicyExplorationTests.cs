using IncidentKit.Tests;

namespace IncidentKit.Testing.Tests.Policies;

/// <summary>A policy that cannot be followed is found before anybody follows it, with the commands that show it.</summary>
[Process("P01")]
public sealed class PolicyExplorationTests
{
    [Fact]
    public void Check_PublishingWantedBeforeResolving_NamesEachGateAndTheRuleWithATrace()
    {
        var policy = Of(
            HostRules.Make(
                "ACME-1", [typeof(ResolveIncident)], c => c.Incident.IsPostMortemPublished ? null : new RuleBreach("Not published."), steps:
                    _ => [StepOffer.Give("Publish.", v => new PublishPostMortem { By = v.Person("By") }, StepParameter.Person("By"))]));

        var faults = PolicyLinter.Check(policy);

        Assert.All(faults, f => Assert.Equal(("rules.ACME-1", PolicyFindingSeverity.Error), (f.Place, f.Severity)));
        Assert.Contains(
            "an incident of SEV-1 or SEV-2 or SEV-3 or SEV-4 can never reach the phase Recovery, since ACME-1 stands in the way",
            faults.Select(f => f.Reason));
        Assert.Contains(faults, f => f.Reason.Contains("reach the phase Closed", StringComparison.Ordinal));
        var trace = faults[0].Trace;
        Assert.Equal((typeof(DeclareIncident), typeof(ResolveIncident), 3), (trace[0].GetType(), trace[^1].GetType(), trace.Count));
        Assert.Equal("ACME-1", Assert.Single(Replayed(policy, trace).Violations).Rule);
    }

    [Fact]
    public void Check_MitigationNeverAllowed_SaysThatThePhaseIsNotReached()
    {
        var never = HostRules.Make(
            "ACME-2",
            [typeof(BeginMitigation), typeof(RecordMitigation), typeof(ReportRecurrence)],
            _ => new RuleBreach("Never."),
            steps: _ => []);

        Assert.Contains("reach the phase Mitigation", Assert.Single(PolicyLinter.Check(Of(never))).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RecoveryThatNothingEnds_SaysThatThePhaseIsNotLeft()
    {
        var never = HostRules.Make(
            "ACME-3",
            [typeof(CloseIncident), typeof(ReportRecurrence), typeof(CancelIncident), typeof(MarkDuplicate)],
            c => c.Incident.Phase == IncidentPhase.Recovery ? new RuleBreach("Never.") : null,
            steps: _ => []);

        Assert.Contains(PolicyLinter.Check(Of(never)), f => f.Reason.Contains("leave the phase Recovery", StringComparison.Ordinal));
    }

    [Fact]
    public void Check_RuleThatDoesNotSayWhatHelps_IsAdviceAndStopsNothing()
    {
        var policy = Of(HostRules.Make("ACME-4", [typeof(CloseIncident)], _ => new RuleBreach("The auditor has not agreed.")));

        var fault = Assert.Single(PolicyLinter.Check(policy));

        Assert.Equal(("rules.ACME-4", PolicyFindingSeverity.Advice), (fault.Place, fault.Severity));
        Assert.Contains(
            "no plan is known for an incident of SEV-1 or SEV-2 or SEV-3 or SEV-4 to reach the phase Closed, "
                + "since ACME-4 stands in the way",
            fault.Reason,
            StringComparison.Ordinal);
        Assert.NotNull(new IncidentLifecycle(policy));
    }

    [Fact]
    public void Check_RuleThatThrows_SaysWhatItThrew()
    {
        var policy = Of(
            HostRules.Make("ACME-6", [typeof(CloseIncident)], _ => throw new InvalidOperationException("no\ndirectory"), steps: _ => []));

        var fault = Assert.Single(PolicyLinter.Check(policy));

        Assert.Equal(PolicyFindingSeverity.Error, fault.Severity);
        Assert.EndsWith(
            "can never reach the phase Closed, since ACME-6 stands in the way: it throws InvalidOperationException: no\uFFFDdirectory",
            fault.Reason,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Check_RuleThatOffersNull_DoesNotSayWhatHelps()
    {
        var policy = Of(HostRules.Make("ACME-8", [typeof(CloseIncident)], _ => new RuleBreach("Never."), steps: _ => [null!]));

        Assert.Equal(
            ("rules.ACME-8", PolicyFindingSeverity.Advice),
            PolicyLinter.Check(policy).Select(fault => (fault.Place, fault.Severity)).Single());
    }

    [Fact]
    public void Check_RuleThatOffersWithoutEnd_Ends()
    {
        var policy = Of(HostRules.Make("ACME-7", [typeof(CloseIncident)], _ => new RuleBreach("Never."), steps: _ => Endless()));

        var fault = Assert.Single(PolicyLinter.Check(policy));

        Assert.Equal(PolicyFindingSeverity.Advice, fault.Severity);
        Assert.Contains(
            "no plan is known for an incident of SEV-1 or SEV-2 or SEV-3 or SEV-4 to reach the phase Closed",
            fault.Reason,
            StringComparison.Ordinal);

        static IEnumerable<StepOffer> Endless()
        {
            for (var i = 0; ; i++)
            {
                yield return StepOffer.Give(
                    $"Write note {i}.",
                    v => new AddNote { By = v.Person("By"), Text = "seen" },
                    StepParameter.Person("By"));
            }
        }
    }

    [Fact]
    public void Create_LifecycleOfAPolicyThatCannotBeFollowed_LooksAtValuesOnly() =>
        Assert.NotNull(new IncidentLifecycle(Of(HostRules.Make(
            "ACME-5", [typeof(CloseIncident)], _ => throw new InvalidOperationException("asked at start"), steps: _ => []))));

    private static IncidentPolicy Of(params IncidentRule[] rules) => new() { Name = "acme", Rules = [.. BuiltInRules.All, .. rules] };

    private static Decision Replayed(IncidentPolicy policy, IReadOnlyList<IncidentCommand> trace)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var declaration = (DeclareIncident)trace[0];
        var decision = lifecycle.Declare(Story.Id, declaration, declaration.When.Instant!.Value);
        foreach (var command in trace.Skip(1))
        {
            Assert.True(decision.IsAccepted);
            decision = lifecycle.Decide(decision.Incident!, command, command.When.Instant!.Value);
        }

        return decision;
    }
}
