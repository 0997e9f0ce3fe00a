using System.Text;
using FsCheck.Xunit;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Roles;

/// <summary>When relief of the commander is proposed.</summary>
[Process("P12")]
[Laws(200, Arbitrary = [typeof(Steps)], EndSize = 80)]
public sealed class ReliefProposalTests
{
    private static readonly IncidentPolicy Policy = IncidentPolicy.Default;
    private static readonly TakeCommand Taken = new() { By = Alice, Reason = "first one here" };

    [Fact]
    public void At_SixHoursInCommand_ProposesReliefAndNotATickBefore()
    {
        var incident = new Story(Policy).Then(Taken).Incident;
        var due = Start.AddMinutes(1).AddHours(6);

        Assert.Null(ReliefProposal.At(incident, Policy, due.AddTicks(-1), null));
        Assert.Equal(
            new ReliefProposal { Commander = Alice, Since = Start.AddMinutes(1), DueAt = due, Reasons = ReliefReasons.LongCommand },
            ReliefProposal.At(incident, Policy, due, null));
        Assert.Equal(due, ReliefProposal.WhenDue(incident, Policy, null));
    }

    [Fact]
    public void At_EndOfTheShift_ProposesReliefAndBothReasonsLater()
    {
        var incident = new Story(Policy).Then(Taken).Incident;
        var end = Start.AddHours(2).ToOffset(TimeSpan.FromHours(5.5));

        Assert.Null(ReliefProposal.At(incident, Policy, end.AddTicks(-1), end));
        Assert.Equal(
            (ReliefReasons.ShiftEnded, end),
            (ReliefProposal.At(incident, Policy, end, end)!.Reasons, ReliefProposal.WhenDue(incident, Policy, end)));
        var later = ReliefProposal.At(incident, Policy, Start.AddHours(7), end)!;
        Assert.Equal(
            (ReliefReasons.ShiftEnded | ReliefReasons.LongCommand, end, TimeSpan.Zero),
            (later.Reasons, later.DueAt, later.DueAt.Offset));
    }

    [Fact]
    public void At_ShiftThatEndedWhenCommandWasTaken_IsNoReason()
    {
        var incident = new Story(Policy).Then(Taken).Incident;

        Assert.Null(ReliefProposal.At(incident, Policy, Start.AddHours(1), Start.AddMinutes(1)));
        Assert.Equal(Start.AddMinutes(1).AddHours(6), ReliefProposal.WhenDue(incident, Policy, Start.AddMinutes(1)));
    }

    [Fact]
    public void At_OtherLimitOfThePolicy_CountsByThat()
    {
        var policy = new IncidentPolicy { Name = "short", RelieveAfter = TimeSpan.FromHours(2) };
        var incident = new Story(policy).Then(Taken).Incident;

        Assert.Equal(Start.AddMinutes(1).AddHours(2), ReliefProposal.WhenDue(incident, policy, null));
        Assert.Equal(TimeSpan.FromHours(2), policy.With("IK2003", RuleEnforcement.Off).RelieveAfter);
        Assert.Equal(
            TimeSpan.FromHours(2),
            IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(IncidentPolicyJson.Write(policy)), "policy").RelieveAfter);
    }

    [Fact]
    public void CommandedSince_NobodyInCommandOverOrInRetrospect_IsNull()
    {
        var story = new Story(Policy);
        Assert.Null(ReliefProposal.CommandedSince(story.Incident));
        story.Then(Taken, new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" });
        Assert.Null(ReliefProposal.CommandedSince(story.Incident));
        Assert.Null(ReliefProposal.WhenDue(story.Incident, Policy, null));
        Assert.Null(ReliefProposal.CommandedSince(new Story(Policy, retrospective: true).Then(Taken).Incident));
    }

    [Fact]
    public void CommandedSince_HandedOverAndBack_BeginsAnewAndTakingItAgainDoesNot()
    {
        var story = new Story(Policy).Then(
            Taken,
            new TakeCommand { By = Bob, Reason = "alice eats" },
            new TakeCommand { By = Alice, Reason = "back" },
            new TakeCommand { By = Alice, Reason = "still here" });

        Assert.Equal(Start.AddMinutes(3), ReliefProposal.CommandedSince(story.Incident));
    }

    [Fact]
    public void CommandedSince_GoesByTheTimeOfHappeningAsCorrected()
    {
        var story = new Story(Policy).Then(Taken with { When = When.At(Start.AddMinutes(-30)) });
        Assert.Equal(Start.AddMinutes(-30), ReliefProposal.CommandedSince(story.Incident));

        story.Then(new CorrectTime
        {
            By = Alice,
            Of = story.Incident.History.OfType<RoleAssigned>().Single().Sequence,
            To = When.At(Start),
            Reason = "the clock was slow",
        });
        Assert.Equal(Start, ReliefProposal.CommandedSince(story.Incident));
    }

    [Fact]
    public void CommandedSince_UnknownTime_CountsFromTheRecording() =>
        Assert.Equal(
            Start.AddMinutes(1),
            ReliefProposal.CommandedSince(new Story(Policy).Then(Taken with { When = When.Unknown }).Incident));

    [Fact]
    public void CommandedSince_Reopened_BeginsAnew()
    {
        var story = new Story(Policy).Then(
            Taken,
            new CancelIncident { By = Alice, Because = CancellationReason.FalseAlarm, Reason = "a test" },
            new ReopenIncident { By = Alice, Because = ReopenReason.CameBack, Reason = "no test" });

        Assert.Equal(story.Now, ReliefProposal.CommandedSince(story.Incident));
    }

    [Fact]
    public void WhenDue_AtTheEndOfTheCalendar_IsTheLastInstant()
    {
        var policy = new IncidentPolicy { Name = "long", RelieveAfter = TimeSpan.FromDays(3000) };
        var late = DateTimeOffset.MaxValue.AddDays(-1);
        var lifecycle = new IncidentLifecycle(policy);
        var incident = lifecycle.Decide(
            lifecycle.Declare(Id, new DeclareIncident { By = Alice, Title = "late", Service = "checkout" }, late).Incident!,
            Taken,
            late).Incident!;

        Assert.Equal(DateTimeOffset.MaxValue, ReliefProposal.WhenDue(incident, policy, null));
    }

    [Property]
    public void CommandedSince_AnySequence_IsTheStartOfTheStretchInWhichNobodyElseCommanded(Step[] steps)
    {
        var incident = Steps.Run(Policy, steps);

        var since = ReliefProposal.CommandedSince(incident);

        Assert.Equal(incident.IsOpen && incident.Roles.Commander is not null, since is not null);
        if (since is not { } found)
            return;
        var commander = incident.Roles.Commander!;
        var times = incident.History.OfType<TimeCorrected>().GroupBy(c => c.Of).ToDictionary(g => g.Key, g => g.Last().To);
        var changes = incident.History.OfType<RoleAssigned>().Where(e => e.Role == IncidentRole.IncidentCommander)
            .Select(e => (At: (times.TryGetValue(e.Sequence, out var to) ? to : e.When).Instant ?? e.RecordedAt, e.Sequence, e.To))
            .ToList();
        var last = changes.Where(c => c.To == commander).MaxBy(c => (c.At, c.Sequence));
        var reopened = incident.History.OfType<IncidentReopened>()
            .Where(e => e.MovedTo is not null)
            .Select(e => e.RecordedAt)
            .DefaultIfEmpty(DateTimeOffset.MinValue)
            .Max();

        // Back from the last change, as long as nobody else held it, and to the earliest change in that stretch.
        var stretch = changes.Where(c => c.To == commander && (c.At, c.Sequence).CompareTo((last.At, last.Sequence)) <= 0
            && !changes.Exists(o => o.To != commander
                && (o.At, o.Sequence).CompareTo((c.At, c.Sequence)) > 0
                && (o.At, o.Sequence).CompareTo((last.At, last.Sequence)) < 0));
        Assert.Equal(new[] { stretch.Min(c => c.At), reopened }.Max(), found);
    }

    [Property]
    public void At_PolledEachQuarterOfAnHour_ProposesExactlyFromWhenItIsDue(Step[] steps, byte shift)
    {
        var incident = Steps.Run(Policy, steps);
        DateTimeOffset? end = shift % 3 == 0 ? null : Start.AddMinutes(shift * 5);
        var due = ReliefProposal.WhenDue(incident, Policy, end);

        for (var at = Start; at < Start.AddDays(4); at = at.AddMinutes(15))
        {
            var proposal = ReliefProposal.At(incident, Policy, at, end);
            Assert.Equal(due <= at, proposal is not null);
            if (proposal is null)
                continue;
            Assert.Equal((due, incident.Roles.Commander), (proposal.DueAt, proposal.Commander));
            Assert.Equal(at - proposal.Since >= TimeSpan.FromHours(6), proposal.Reasons.HasFlag(ReliefReasons.LongCommand));
            Assert.Equal(end > proposal.Since && end <= at, proposal.Reasons.HasFlag(ReliefReasons.ShiftEnded));
        }
    }
}
