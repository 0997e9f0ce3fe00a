using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>A drill is an incident with a flag: every rule and obligation is alive, and nothing goes to the public (P63).</summary>
[Process("P63")]
public sealed class DrillTests
{
    [Fact]
    public void Drill_IsToldEverywhere()
    {
        var drill = Declare(isDrill: true);

        Assert.True(drill.IsDrill);
        Assert.True(IncidentSummary.Of(drill).IsDrill);
        Assert.True(drill.ForOutsiders().IsDrill);
        Assert.False(Declare(isDrill: false).IsDrill);
    }

    [Fact]
    public void Drill_EveryObligationIsAlive()
    {
        var ledger = new ObligationLedger(IncidentPolicy.Default);

        Assert.Equal(ledger.At(Declare(isDrill: false), Start.AddHours(3)), ledger.At(Declare(isDrill: true), Start.AddHours(3)));
        Assert.Contains(ledger.At(Declare(isDrill: true), Start.AddHours(3)), o => o.Status == ObligationStatus.Missed);
    }

    [Fact]
    public void Drill_EveryRuleIsAlive() =>
        Assert.Contains(
            new IncidentLifecycle(IncidentPolicy.Default)
                .Decide(Declare(isDrill: true), new CloseIncident { By = Alice }, Start).Violations,
            v => v.Rule == "IK2001");

    [Fact]
    [Process("P54")]
    public void PublicPostMortem_DrillOrRestricted_IsNeverDue()
    {
        Assert.Equal(PublicPostMortem.Due, Figure(Declare(isDrill: false)));
        Assert.Equal(PublicPostMortem.NotDue, Figure(Declare(isDrill: true)));
        Assert.Equal(PublicPostMortem.NotDue, Figure(Decide(Declare(isDrill: false), new Restrict { By = Alice })));

        static PublicPostMortem Figure(Incident incident) => IncidentFigures.Of(Decide(incident, new StateImpact
        {
            By = Alice,
            Kind = ImpactKind.Outage,
            From = When.At(Start.AddHours(-2)),
            To = When.At(Start),
        })).PublicPostMortemUnder(IncidentPolicy.Default);
    }

    private static Incident Decide(Incident incident, IncidentCommand command) =>
        new IncidentLifecycle(IncidentPolicy.Default).Decide(incident, command, Start.AddMinutes(1)).Incident!;

    private static Incident Declare(bool isDrill) =>
        new IncidentLifecycle(IncidentPolicy.Default)
            .Declare(
                Id,
                new DeclareIncident { By = Alice, Title = "Checkout fails", Service = "checkout", Level = 1, Drill = isDrill },
                Start).Incident!;
}
