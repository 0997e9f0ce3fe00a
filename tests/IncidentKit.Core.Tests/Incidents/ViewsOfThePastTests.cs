using FsCheck.Xunit;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Incidents;

/// <summary>"As known at" follows the order of recording, "as it happened by" the time of happening.</summary>
[Properties(Arbitrary = [typeof(Steps)])]
[Laws(100)]
public sealed class ViewsOfThePastTests
{
    [Fact]
    public void LateReport_WasNotKnownThen_ButHadHappened()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new BeginMitigation { By = Alice }, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix });
        var told = new IncidentLifecycle(IncidentPolicy.Default)
            .Decide(
                story.Incident,
                new OpenChannel { By = Alice, Name = "inc-1", When = When.At(Start.AddMinutes(1)) },
                Start.AddHours(2)).Incident!;

        Assert.Null(told.AsKnownAt(Start.AddHours(1))!.Channel);
        Assert.Equal("inc-1", told.AsItHappenedBy(Start.AddMinutes(1)).Channel);
        Assert.Null(told.AsItHappenedBy(Start.AddMinutes(1).AddTicks(-1)).Channel);
        Assert.Equal("inc-1", told.AsKnownAt(Start.AddHours(2))!.Channel);
    }

    [Fact]
    public void CorrectedTime_CountsInWhatHappened_NotInWhatWasKnown()
    {
        var story = new Story(IncidentPolicy.Default).Then(new Classify { By = Alice, Level = 1 });
        var level = story.Incident.History[^1].Sequence;
        story.Then(new CorrectTime { By = Alice, Of = level, To = When.At(Start.AddSeconds(10)), Reason = "the clock was slow" });

        Assert.Equal(1, story.Incident.AsItHappenedBy(Start.AddSeconds(10)).Level);
        Assert.Null(story.Incident.AsKnownAt(Start.AddSeconds(10))!.Level);
    }

    [Fact]
    public void BeforeTheDeclaration_ThereWasNothing()
    {
        var incident = new Story(IncidentPolicy.Default).Incident;

        Assert.Null(incident.AsKnownAt(Start.AddTicks(-1)));
        Assert.Null(incident.AsItHappenedBy(Start.AddTicks(-1)).Phase);
        Assert.Empty(incident.AsItHappenedBy(Start.AddTicks(-1)).Facts);
    }

    [Property]
    public void AsKnownAt_EachInstantOfRecording_IsTheIncidentAsItStoodThen(bool strict, Step[] steps)
    {
        List<(DateTimeOffset At, Incident Then)> stood = [];
        var incident = Steps.Run(
            strict ? IncidentPolicy.Strict : IncidentPolicy.Default,
            steps,
            (_, command, decision, now) => stood.Add((now, decision.Incident!)));
        if (incident.History.Any(e => e is TextRedacted))
            return;
        Assert.All(stood, s => Assert.Equal(Dump.Of(s.Then), Dump.Of(incident.AsKnownAt(s.At)!)));
    }

    [Property]
    public void AsItHappenedBy_TheEndOfTime_IsTheIncidentAsItIsKnown(bool retrospective, Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps, retrospective: retrospective);
        var end = incident.AsItHappenedBy(DateTimeOffset.MaxValue);

        Assert.Equal(
            (incident.Phase, incident.Level, incident.LevelName, incident.IsAcknowledged, incident.Channel),
            (end.Phase, end.Level, end.LevelName, end.IsAcknowledged, end.Channel));
        Assert.Equal(
            (incident.Roles, incident.MitigatedBy, incident.IsResolved, incident.CustomersAffected),
            (end.Roles, end.MitigatedBy, end.IsResolved, end.CustomersAffected));
        Assert.Equal(incident.Version, end.Facts.Count);
    }

    [Property]
    public void AsItHappenedBy_GrowingInstants_OnlyAddsFacts(Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps);
        IReadOnlyList<IncidentEvent> before = [];
        foreach (var at in incident.History.Select(e => e.RecordedAt).Distinct().Order())
        {
            var facts = incident.AsItHappenedBy(at).Facts;
            Assert.Empty(before.Except(facts));
            before = facts;
        }
    }
}
