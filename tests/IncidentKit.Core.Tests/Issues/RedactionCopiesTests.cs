using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Issues;

/// <summary>A redaction replaces a text and its copies, and no equal text that somebody else wrote.</summary>
[Process("P24")]
public sealed class RedactionCopiesTests
{
    [Fact]
    public void Redact_TextThatAnotherNoteHasToo_LeavesTheOtherNote()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new AddNote { By = Alice, Text = "looking" }, new AddNote { By = Bob, Text = "looking" });

        Redact(story, story.Incident.Version);

        Assert.Equal(["looking", Incident.RedactedText], story.Incident.History.OfType<NoteAdded>().Select(n => n.Text));
    }

    [Fact]
    public void Redact_ActionItem_TakesItsLaterStatementsAndNoOtherItem()
    {
        var item = new AddActionItem { By = Alice, Action = "call hunter2", Owner = "bob", Priority = "P1" };
        var story = new Story(IncidentPolicy.Default).Then(item, item, new AmendActionItem { By = Alice, Number = 1, Owner = "carol" });

        Redact(story, story.Incident.History.OfType<ActionItemStated>().First().Sequence);

        Assert.Equal(
            [(Incident.RedactedText, "carol", Incident.RedactedText), ("call hunter2", "bob", "P1")],
            story.Incident.ActionItems.Select(i => (i.Action, i.Owner!, i.Priority!)));
    }

    [Theory]
    [InlineData(typeof(IncidentReopened))]
    [InlineData(typeof(IncidentRecurred))]
    [InlineData(typeof(MitigationBegun))]
    [InlineData(typeof(MitigationRecorded))]
    public void Redact_FactOfACommandThatRecordedTwo_TakesBoth(Type redacted)
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new RecordMitigation { By = Alice, Outcome = MitigationOutcome.Worked, Description = "restarted hunter2" },
            new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" },
            new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "hunter2 again" });

        Redact(story, story.Incident.History.Single(e => e.GetType() == redacted).Sequence);

        var texts = story.Incident.History.SelectMany<IncidentEvent, string?>(e => e switch
        {
            IncidentReopened r => [r.Reason],
            IncidentRecurred r => [r.Statement],
            MitigationBegun m => [m.Description],
            MitigationRecorded m => [m.Description],
            _ => [],
        }).ToList();
        Assert.Equal(
            (2, 2),
            (texts.Count(t => t == Incident.RedactedText), texts.Count(t => t!.Contains("hunter2", StringComparison.Ordinal))));
    }

    private static void Redact(Story story, long of) => story.Then(new Redact { By = Carol, Of = of, Reason = "a secret" });
}
