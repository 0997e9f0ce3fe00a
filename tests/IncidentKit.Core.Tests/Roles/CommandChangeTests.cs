using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Roles;

/// <summary>How command goes from one person to the next.</summary>
[Process("P12")]
public sealed class CommandChangeTests
{
    [Fact]
    public void TakeCommand_ByAnybodyWithAReason_NamesTheFormerHolderWhoIsToBeTold()
    {
        foreach (var policy in new[] { IncidentPolicy.Default, IncidentPolicy.Strict })
        {
            var story = new Story(policy).Then(
                new TakeCommand { By = Alice, Reason = "first one here" },
                new TakeCommand { By = Carol, Reason = "alice does not answer" });

            var taken = Assert.Single(story.Last.Events.OfType<RoleAssigned>());
            Assert.Equal((Alice, Carol, RoleChange.Taken, "alice does not answer"), (taken.From, taken.To, taken.How, taken.Note));
            Assert.Empty(story.Last.Deviations);
        }
    }

    [Fact]
    public void TakeCommand_WithoutAReason_IsRefusedWithTheField() =>
        Assert.Equal(
            "Reason",
            Assert.Single(new Story(IncidentPolicy.Default).Try(new TakeCommand { By = Bob, Reason = " " }).Violations).Field);

    [Theory]
    [InlineData(null, 1)]
    [InlineData("Rollback is running; next update at 15:00.", 0)]
    public void HandOffRole_Command_DeviatesWithoutANote(string? note, int deviations)
    {
        var story = new Story(IncidentPolicy.Default).Then(
            new TakeCommand { By = Alice, Reason = "first one here" },
            new HandOffRole { By = Alice, Role = IncidentRole.IncidentCommander, To = Bob, Note = note });

        Assert.Equal(deviations, story.Last.Deviations.Count(d => d.Rule == "IK3006"));
        Assert.Equal((Alice, Bob), story.Last.Events.OfType<RoleAssigned>().Select(e => (e.From, e.To)).Single());
    }
}
