using System.Text.Json;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Roles;

/// <summary>Somebody brings in somebody else.</summary>
[Process("P13")]
public sealed class BringingInTests
{
    private static readonly Responder Dan = new("dan", "Dan Day");

    [Fact]
    public void Join_PersonWhomTheTechnicalLeadBringsIn_IsAResponderAndNoDeviation()
    {
        foreach (var policy in new[] { IncidentPolicy.Default, IncidentPolicy.Strict })
        {
            var story = Led(policy).Then(new Join { By = Bob, Person = Dan });

            Assert.Equal((Dan, Bob), (Assert.IsType<ResponderJoined>(Assert.Single(story.Last.Events)).Person, story.Last.Events[0].By));
            Assert.Contains(Dan, story.Incident.Responders);
            Assert.Empty(story.Last.Deviations);
        }
    }

    [Fact]
    public void Join_PersonBroughtIn_CountsAsPresent()
    {
        var story = new Story(IncidentPolicy.Default, new SystemActor("monitor"));
        var both = new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Alice };
        story.Then(new TakeCommand { By = Alice, Reason = "first one here" });
        Assert.True(story.Try(both).IsAccepted);

        Assert.Equal("IK3002", Assert.Single(story.Then(new Join { By = new SystemActor("bot"), Person = Dan }).Try(both).Violations).Rule);
    }

    [Fact]
    public void Join_OfAProgramThatNamesNobody_IsRefusedWithTheField()
    {
        var violation = Assert.Single(Led(IncidentPolicy.Default).Try(new Join { By = new SystemActor("bot") }).Violations);

        Assert.Equal(("IK1008", "Person"), (violation.Rule, violation.Field));
    }

    [Fact]
    public void Join_RecordedBeforeAPersonCouldBeNamed_IsReadAsTheOneWhoSaysSo()
    {
        var story = Led(IncidentPolicy.Default);
        var old = $$$"""
            {"type":"ResponderJoined","incident":"{{{Id}}}","sequence":{{{story.Incident.Version + 1}}},
            "recordedAt":"2025-11-18T15:00:00Z","when":"2025-11-18T15:00:00Z","by":{"kind":"person","id":"dan"}}
            """;

        var joined = JsonSerializer.Deserialize(old, IncidentJsonContext.Default.IncidentEvent)!;

        Assert.Contains(Dan, story.Incident.After([joined]).Responders);
    }

    private static Story Led(IncidentPolicy policy) => new Story(policy).Then(
        new AssignRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Alice },
        new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob });
}
