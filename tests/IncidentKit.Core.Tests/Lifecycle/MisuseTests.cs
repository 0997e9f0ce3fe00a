using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Lifecycle;

/// <summary>Misuse in code throws, and names the argument; the rest of the door's small promises.</summary>
public sealed class MisuseTests
{
    private static readonly IncidentLifecycle Lifecycle = new(IncidentPolicy.Default);
    private static readonly DeclareIncident Declaration = new() { By = Alice, Title = "Checkout fails", Service = "checkout" };

    [Fact]
    public void Lifecycle_NullOrDefault_Throws()
    {
        var incident = new Story(IncidentPolicy.Default).Incident;
        var nobody = new AddNote { By = null!, Text = "seen" };

        Assert.Throws<ArgumentNullException>("policy", () => new IncidentLifecycle(null!));
        Assert.Throws<ArgumentException>("id", () => Lifecycle.Declare(default, Declaration, Start));
        Assert.Throws<ArgumentNullException>("command", () => Lifecycle.Declare(Id, null!, Start));
        Assert.Throws<ArgumentException>("command", () => Lifecycle.Declare(Id, Declaration with { By = null! }, Start));
        Assert.Throws<ArgumentNullException>("incident", () => Lifecycle.Decide(null!, nobody, Start));
        Assert.Throws<ArgumentNullException>("command", () => Lifecycle.Decide(incident, null!, Start));
        Assert.Throws<ArgumentException>("command", () => Lifecycle.Decide(incident, nobody, Start));
        Assert.Throws<ArgumentNullException>("incident", () => Lifecycle.Permitted(null!));
    }

    [Fact]
    public void Lifecycle_PolicyWithFaults_IsRefusedWithAllOfThem()
    {
        var unsound = new IncidentPolicy { Name = " ", Version = 0 };

        Assert.Equal(2, Assert.Throws<IncidentPolicyException>(() => new IncidentLifecycle(unsound)).Faults.Count);
    }

    [Fact]
    public void Permitted_ReopeningInAClosedIncident_IsThere()
    {
        var story = new Story(IncidentPolicy.Default)
            .Then(new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test alert" });

        Assert.Contains(nameof(ReopenIncident), Lifecycle.Permitted(story.Incident));
        Assert.DoesNotContain(nameof(ReopenIncident), Lifecycle.Permitted(new Story(IncidentPolicy.Default).Incident));
    }

    [Fact]
    public void Decision_InWords_SaysWhatCameOfIt()
    {
        var story = new Story(IncidentPolicy.Default).Then(new AddNote { By = Alice, Text = "seen" });

        Assert.Equal("accepted: NoteAdded", story.Last.ToString());
        Assert.StartsWith("refused: IK2001 ", story.Try(new CloseIncident { By = Alice }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToMermaid_NamesEveryMoveWithTheGatesThatGuardIt()
    {
        var lines = Lifecycle.ToMermaid().Split('\n');

        Assert.Contains("    Recovery --> Closed : CloseIncident [IK5005, IK5006, IK5007, IK5008, IK5010]", lines);
        Assert.Contains("    Detection --> Mitigation : BeginMitigation / RecordMitigation", lines);
        Assert.Contains("    Closed --> Mitigation : ReopenIncident (it came back) [IK5004]", lines);
        Assert.Equal(
            PhaseTable.Rows.Sum(row => row.Cells.Count(cell => cell.Effect is PhaseEffect.Move)),
            lines.Count(
                line => line.Contains(" : ", StringComparison.Ordinal) && !line.Contains("[*]", StringComparison.Ordinal) && Moves(line)));

        static bool Moves(string line) => line.Trim().Split(' ') is [var from, "-->", var to, ..] && from != to;
    }

    [Fact]
    public void Decide_RetrospectiveWhileOpen_GoesPastTheTableOnlyForOtherCommands()
    {
        var story = new Story(IncidentPolicy.Default, retrospective: true);

        Assert.True(story.Try(new EndWatch { By = Alice, Reason = "steady" }).IsAccepted);
        Assert.True(story.Try(new PublishPostMortem { By = Alice }).IsAccepted);
        Assert.True(story.Try(new CloseIncident { By = Alice }).IsRefused);
        Assert.True(story.Try(Declaration).IsRefused);
        Assert.True(new Story(IncidentPolicy.Default).Try(new EndWatch { By = Alice, Reason = "steady" }).IsRefused);
    }

    [Fact]
    public void Decide_EndWatchOutsideRecovery_SaysWhatToDo()
    {
        Assert.Contains("Resolve the incident", Remedy(new Story(IncidentPolicy.Default)), StringComparison.Ordinal);
        Assert.Contains("Nothing to do", Remedy(new Story(IncidentPolicy.Default).Then(new CancelIncident
        {
            By = Alice,
            Because = CancellationReason.FalseAlarm,
            Reason = "x",
        })), StringComparison.Ordinal);

        static string Remedy(Story story) => Assert.Single(story.Try(new EndWatch { By = Alice, Reason = "steady" }).Violations).Remedy;
    }
}
