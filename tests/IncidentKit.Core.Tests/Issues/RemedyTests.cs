using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Issues;

/// <summary>A refusal says what can be done, once, and in words.</summary>
[Process("P61")]
public sealed class RemedyTests
{
    public static TheoryData<IncidentCommand, string, string> Refused => new()
    {
        { new ResolveIncident { By = Alice }, "IK2001", "Declare the incident mitigated." },
        { new CloseIncident { By = Alice }, "IK2001", "Mitigate and resolve the incident." },
        { new Acknowledge { By = new SystemActor("bot") }, "IK1008", "Let a person send it: By is a Responder." },
        { new WaiveObligation { By = Alice, Obligation = "lunch", Reason = "a" }, "IK1007", "Name one of acknowledge, assignCommander" },
        { new WaiveDemand { By = Alice, Rule = "IK5010", Reason = "a" }, "IK1007", "Name one of IK5003, IK5005, IK5006, IK5007, IK5008." },
        {
            new RecordMitigation { By = Alice, Outcome = MitigationOutcome.Worked, Attempt = 2 },
            "IK1007", "There is no mitigation attempt yet: record one first."
        },
        { new CorrectTime { By = Alice, Of = 99, To = When.Unknown, Reason = "a" }, "IK1007", "There are 5 events: use one from 1 to 5." },
        {
            new StateImpact { By = Alice, Kind = ImpactKind.Outage, Replaces = 1 },
            "IK1007", "Leave Replaces out: no impact is stated yet."
        },
        { new MarkUnknown { By = Alice, Facts = ["weather"] }, "IK1007", "Name one of acknowledged, levelSet" },
        {
            new CancelIncident { By = Alice, Because = CancellationReason.Duplicate, Reason = "a" },
            "IK1007", "Use MarkDuplicate, which names the other incident."
        },
        {
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "a", NextUpdateAt = Start },
            "IK1006", "Promise a later time, or none: then the usual one counts."
        },
        {
            new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 3 },
            "IK1006", "Give the share as a part of 1: 0.25 for a quarter."
        },
        { new GiveUpRole { By = Bob, Role = IncidentRole.TechnicalLead }, "IK3005", "Nothing to give up: the commander holds the role." },
        { new LowerSeverity { By = Alice, Level = 2, Reason = "a" }, "IK5002", "Nothing to do: name a lower level, or go on." },
        { new LowerSeverity { By = Alice, Level = 1, Reason = "a" }, "IK5002", "Raise the level with Classify." },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Decide_Refused_SaysOnceWhatCanBeDone(IncidentCommand command, string rule, string remedy)
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new Classify { By = Alice, Level = 2 }, new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice });

        var violation = Assert.Single(story.Try(command).Violations);

        Assert.Equal(rule, violation.Rule);
        Assert.StartsWith(remedy, violation.Remedy, StringComparison.Ordinal);
        Assert.DoesNotContain(command.GetType().Name, violation.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Decide_ResolvedTwice_SaysThatNothingIsToBeDone()
    {
        var story = new Story(IncidentPolicy.Default).Then(new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice });

        var violation = Assert.Single(story.Try(new ResolveIncident { By = Alice }).Violations);

        Assert.Equal(
            ("\"Resolve incident\" does not fit the phase Recovery.", "Nothing to do: it is resolved. Close it once its demands are met."),
            (violation.Message, violation.Remedy));
    }

    [Fact]
    public void Decide_TwoIncompleteItems_AreNamedAsItems()
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new Classify { By = Alice, Level = 4 }, new DeclareMitigated { By = Alice }, new ResolveIncident { By = Alice },
            new AddActionItem { By = Alice, Action = "a" }, new AddActionItem { By = Alice, Action = "b" });

        Assert.Equal(
            "Owner, due date or priority are missing in action items 1, 2.",
            Assert.Single(story.Try(new CloseIncident { By = Alice }).Violations).Message);
    }

    [Fact]
    public void Decide_AfterTheEnd_SpeaksInWords()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" });

        Assert.Contains(
            "\"Take command\" has no known time",
            Assert.Single(story.Try(new TakeCommand { By = Bob, Reason = "a", When = When.Unknown }).Violations).Message,
            StringComparison.OrdinalIgnoreCase);
    }
}
