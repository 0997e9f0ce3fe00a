
namespace IncidentKit.Tests.Incidents;

public sealed class IncidentFiguresTests
{
    [Theory]
    [Process("P54")]
    [InlineData(29, PublicPostMortem.NotDue)]
    [InlineData(30, PublicPostMortem.Due)]
    public void PublicPostMortem_FromThirtyMinutesOfDowntime_IsDue(int minutes, PublicPostMortem expected)
    {
        var incident = new Story(IncidentPolicy.Default).Then(new StateImpact
        {
            By = Story.Alice, Kind = ImpactKind.Outage, From = When.At(Story.Start.AddMinutes(-minutes)), To = When.At(Story.Start),
        }).Incident;

        Assert.Equal(expected, IncidentFigures.Of(incident).PublicPostMortemUnder(IncidentPolicy.Default));
    }

    [Fact]
    [Process("P54")]
    public void PublicPostMortem_DowntimeUnknown_IsUnknown() =>
        Assert.Equal(
            PublicPostMortem.Unknown,
            IncidentFigures.Of(new Story(IncidentPolicy.Default).Incident).PublicPostMortemUnder(IncidentPolicy.Default));

    [Fact]
    public void Of_ReplacedStatement_CountsOnlyTheNewOne()
    {
        var story = new Story(IncidentPolicy.Default).Then(Outage(60));
        var first = story.Incident.History.OfType<ImpactStated>().Single().Sequence;

        story.Then(Outage(10) with { Replaces = first });

        Assert.Equal(
            (TimeSpan.FromMinutes(10), DowntimeBasis.Intervals),
            (IncidentFigures.Of(story.Incident).Downtime, IncidentFigures.Of(story.Incident).DowntimeBasis));
    }

    private static StateImpact Outage(int minutes) =>
        new() { By = Story.Alice, Kind = ImpactKind.Outage, From = When.At(Story.Start.AddMinutes(-minutes)), To = When.At(Story.Start) };
}
