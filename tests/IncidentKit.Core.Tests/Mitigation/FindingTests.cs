using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Mitigation;

/// <summary>Findings are facts of their own, addressed to the commander.</summary>
[Process("P13")]
[Process("P64")]
public sealed class FindingTests
{
    [Theory]
    [InlineData(FindingKind.Hypothesis)]
    [InlineData(FindingKind.Evidence)]
    [InlineData(FindingKind.RuledOut)]
    public void RecordFinding_EachKind_IsAddressedToWhoCommandsAndMovesNothing(FindingKind kind)
    {
        var story = new Story(IncidentPolicy.Default).Then(new TakeCommand { By = Alice, Reason = "first one here" });
        var phase = story.Incident.Phase;

        story.Then(new RecordFinding { By = Bob, Kind = kind, Text = "an index is missing", Link = "https://graphs.example/42" });

        var finding = Assert.IsType<FindingRecorded>(Assert.Single(story.Last.Events));
        Assert.Equal(
            (kind, "an index is missing", "https://graphs.example/42", Alice, Bob),
            (finding.Kind, finding.Text, finding.Link, finding.To, finding.By));
        Assert.Equal((phase, null), (story.Incident.Phase, story.Incident.Cause));
        Assert.Empty(story.Last.Deviations);
    }

    [Fact]
    public void RecordFinding_AfterCommandChanged_GoesToTheNewCommanderAndLeavesTheOlderOneWhereItWent()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new RecordFinding { By = Bob, Text = "nobody commands" },
            new TakeCommand { By = Alice, Reason = "first one here" },
            new RecordFinding { By = Bob, Text = "alice commands" },
            new TakeCommand { By = Carol, Reason = "alice sleeps" },
            new RecordFinding { By = Bob, Text = "carol commands, though it was seen before", When = When.At(Start) });

        Assert.Equal([null, Alice, Carol], story.Incident.History.OfType<FindingRecorded>().Select(f => f.To));
    }

    [Fact]
    public void Redact_Finding_ReplacesTextAndLink()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new RecordFinding { By = Bob, Text = "hunter2 works", Link = "https://hunter2.example" });

        story.Then(new Redact { By = Carol, Of = story.Incident.Version, Reason = "a secret" });

        var finding = story.Incident.History.OfType<FindingRecorded>().Single();
        Assert.Equal((Incident.RedactedText, Incident.RedactedText), (finding.Text, finding.Link));
    }

    [Fact]
    public void RecordFinding_LinkThatIsTooLong_IsRefusedWithTheField() =>
        Assert.Equal(
            "Link",
            Assert.Single(new Story(IncidentPolicy.Default)
                .Try(new RecordFinding { By = Bob, Text = "seen", Link = new string('x', 65_537) }).Violations).Field);
}
