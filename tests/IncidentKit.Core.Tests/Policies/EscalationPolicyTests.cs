using System.Text;

namespace IncidentKit.Tests.Policies;

/// <summary>Escalation policies are written, read back, and refused with all their faults at once.</summary>
[Process("P32")]
public sealed class EscalationPolicyTests
{
    [Fact]
    public void Write_OwnEscalation_IsReadBack()
    {
        var policy = new IncidentPolicy
        {
            Name = "p",
            Escalation = new()
            {
                Steps =
                [
                    new() { Targets = [EscalationTarget.Of(new Responder("alice", "Alice Adams")), EscalationTarget.OnCall] },
                    new() { Targets = [EscalationTarget.Of("duty manager")] },
                ],
                OnCallStep = 2, Repeats = 0, AcknowledgeWithin = TimeSpan.FromMinutes(3), Silence = TimeSpan.FromMinutes(20),
            },
        };
        var json = IncidentPolicyJson.Write(policy);

        var read = IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "policy.json");

        Assert.Equal(json, IncidentPolicyJson.Write(read));
        Assert.Equal(policy.Escalation.Steps.Select(step => step.ToString()), read.Escalation.Steps.Select(step => step.ToString()));
        Assert.Equal((2, 0), (read.Escalation.OnCallStep, read.Escalation.Repeats));
        Assert.Same(policy.Escalation, policy.With("IK2003", RuleEnforcement.Off).Escalation);
    }

    [Fact]
    public void Read_UnsoundEscalation_NamesAllFaults()
    {
        var json = """
            { "name": "p",
              "escalation": {
                "steps": [{ "targets": [] }, { "targets": ["", { "name": "x" }] }],
                "onCallStep": 3, "acknowledgeWithin": "00:00:00", "repeats": 99, "silence": "soon", "pause": 1 } }
            """;

        var faults = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "policy.json"))
            .Faults.Select(fault => fault.Place)
            .ToList();

        foreach (var place in (string[])
        [
            "$.escalation.pause", "$.escalation.steps[0].targets", "$.escalation.steps[1].targets[1].person",
            "$.escalation.onCallStep", "$.escalation.acknowledgeWithin", "$.escalation.repeats", "$.escalation.silence",
        ])
        {
            Assert.Contains(place, faults);
        }
    }

    [Fact]
    public void Validate_UnsoundEscalation_NamesThePlaces()
    {
        Assert.Equal("escalation", Assert.Single(new IncidentPolicy { Name = "p", Escalation = null! }.Validate()).Place);
        Assert.Equal(
            "escalation.steps",
            Assert.Single(new IncidentPolicy { Name = "p", Escalation = new() { Steps = [] } }.Validate()).Place);
        Assert.Equal("escalation.steps[0].targets", Assert.Single(new IncidentPolicy
        {
            Name = "p",
            Escalation = new() { Steps = [new() { Targets = [EscalationTarget.OnCall, EscalationTarget.OnCall] }] },
        }.Validate()).Place);
    }
}
