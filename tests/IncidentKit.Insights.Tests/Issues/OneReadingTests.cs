using IncidentKit.Templates;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Insights.Tests.Issues;

/// <summary>The report over incidents and the post-mortem gave different answers to the same question.</summary>
public sealed class OneReadingTests
{
    private static readonly PostMortems PostMortems = new(IncidentPolicy.Default);

    [Fact]
    [Process("P11")]
    [Process("P58")]
    public void Understaffed_LevelRaisedAfterAnHour_CountsFromThenOnInReportAndPostMortem()
    {
        var incident = Tales.Told(
            1, Tales.Declared(3), (0, new TakeCommand { By = Alice, Reason = "on call" }),
            (60, new Classify { By = Alice, Level = 1 }), (80, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback }),
            (90, new ResolveIncident { By = Alice }));

        Assert.Equal(TimeSpan.FromMinutes(30), Report(incident)[FigureNames.Understaffed].Median);
        Assert.Contains("one person held three roles for 30 minutes", Staffing(incident), StringComparison.Ordinal);
    }

    [Fact]
    [Process("P11")]
    [Process("P58")]
    public void Understaffed_ResolvedForAnHour_DoesNotCountInReportAndPostMortem()
    {
        var incident = Tales.CameBack(1);

        // Command begins after 1 minute; the incident was under way until 15 and from 75 to 90.
        Assert.Equal(TimeSpan.FromMinutes(29), Report(incident)[FigureNames.Understaffed].Median);
        Assert.Contains("one person held three roles for 29 minutes", Staffing(incident), StringComparison.Ordinal);
    }

    [Fact]
    [Process("P58")]
    public void Resolution_RecurredSince_IsOpenInReportFiguresAndPostMortem()
    {
        var incident = Tales.Told(
            1, Tales.Declared(2, Alice) with { Started = Tales.At(-2) },
            (9, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback }),
            (15, new ResolveIncident { By = Alice }), (75, new ReportRecurrence { By = Bob }));
        var draft = PostMortems.Draft(incident);

        Assert.Equal([incident.Id], Report(incident)[FigureNames.ToResolve].Open);
        Assert.Null(IncidentFigures.Of(incident).ToResolve);
        Assert.Null(draft.Duration);
        Assert.DoesNotContain("resolved", draft.Summary.HowResolved, StringComparison.Ordinal);
    }

    [Fact]
    [Process("P58")]
    public void Resolution_AskedBeforeTheRecurrence_IsTheFirstOneInReportFiguresAndPostMortem()
    {
        var incident = Tales.Told(
            1, Tales.Declared(2, Alice) with { Started = Tales.At(-2) },
            (9, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback }),
            (15, new ResolveIncident { By = Alice }), (75, new ReportRecurrence { By = Bob }),
            (80, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix }), (90, new ResolveIncident { By = Alice }));
        var asOf = Start.AddMinutes(60);

        Assert.Equal(TimeSpan.FromMinutes(17), Report(incident, asOf)[FigureNames.ToResolve].Median);
        Assert.Equal(TimeSpan.FromMinutes(17), IncidentFigures.Of(incident, asOf).ToResolve);
        Assert.Equal(TimeSpan.FromMinutes(17), PostMortems.Draft(incident, instant: asOf).Duration);
    }

    [Fact]
    [Process("P58")]
    public void Recurrences_OneOfUnknownTime_CountsInReportAndPostMortem()
    {
        var incident = Tales.Told(
            1, Tales.Declared(2, Alice) with { Retrospective = true, When = Tales.At(0) },
            (1000, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback, When = Tales.At(9) }),
            (1001, new ResolveIncident { By = Alice, When = Tales.At(15) }),
            (1002, new ReportRecurrence { By = Bob, When = When.Unknown }));

        Assert.Equal(1, Report(incident).Recurrences.Total);
        Assert.Contains("came back 1 time", PostMortems.Draft(incident).Summary.HowResolved, StringComparison.Ordinal);
    }

    [Fact]
    [Process("P58")]
    public void ActionItems_AsOfAnInstant_AreTheSameInReportAndPostMortem()
    {
        var incident = Tales.ByTheBook(1);
        var asOf = Start.AddMinutes(65);
        var draft = PostMortems.Draft(incident, instant: asOf);

        Assert.Equal((0, 2), (Report(incident, asOf).ActionItems.Done, Report(incident, asOf).ActionItems.Open));
        Assert.Equal([false, false], draft.ActionItems.Select(item => item.IsDone));
    }

    private static FiguresReport Report(Incident incident, DateTimeOffset? asOf = null) =>
        FiguresReport.Of([incident], [IncidentPolicy.Default], asOf ?? DateTimeOffset.MaxValue);

    private static string? Staffing(Incident incident) =>
        PostMortems.Draft(incident).WentPoorly.SingleOrDefault(point => point.Topic == "Staffing")?.Text;
}
