using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Mitigation;

/// <summary>What is proposed, whatever the checks do, and how it becomes a command.</summary>
[Process("P19")]
[Laws(100, Arbitrary = [typeof(MitigationProposalTests)])]
public sealed class MitigationProposalTests
{
    /// <summary>A check of random conduct: answers fall on odd seconds, limits on even ones.</summary>
    public sealed record Scripted(MitigationKind Proposes, Conduct Conduct, int After, int Limit);

    public static Arbitrary<Scripted> Arbitrary() =>
        (from kind in Gen.Choose(0, 5)
         from conduct in Gen.Choose(0, (int)Conduct.HangsUntilItIsToldToStop)
         from after in Gen.Choose(0, 9)
         from limit in Gen.Choose(1, 10)
         select new Scripted((MitigationKind)kind, (Conduct)conduct, (2 * after) + 1, 2 * limit)).ToArbitrary();

    [Property]
    public async Task Propose_AnyChecks_IsRankedAndEndsAsTheTableSays(Scripted[] script)
    {
        var clock = new FakeTimeProvider(Start);
        var checks = script
            .Select((s, i) => new ScriptedCheck(
                $"check {i}", s.Proposes, s.Conduct, TimeSpan.FromSeconds(s.After), TimeSpan.FromSeconds(s.Limit), clock))
            .ToList();

        var asking = new MitigationPlaybook(checks, clock, new WaitingLogger())
            .ProposeAsync(new Story(IncidentPolicy.Default).Incident, TestContext.Current.CancellationToken);
        await Task.WhenAll(checks.Select(check => check.IsWaitedFor)).WaitAsync(TestContext.Current.CancellationToken);
        await clock.PassAsync(20);
        var proposal = await asking;

        // The slow way: pick the best that is left, again and again.
        var left = script.Select((s, i) => (Name: $"check {i}", Said: Said(s), s.Proposes, Place: i)).ToList();
        List<(string, CheckOutcome, CheckAnswer, int)> expected = [];
        while (left.Count > 0)
        {
            var best = left[0];
            foreach (var other in left)
            {
                if (IsBefore(other, best))
                    best = other;
            }

            left.Remove(best);
            expected.Add((best.Name, best.Said.Outcome, best.Said.Answer, best.Said.Seconds));
        }

        Assert.Equal(expected, proposal.Ranked.Select(r => (r.Check, r.Outcome, r.Answer, (int)r.Took.TotalSeconds)));
        Assert.All(proposal.Ranked, r => Assert.Equal(r.Outcome == CheckOutcome.Failed, r.Failure is not null));
        Assert.Equal(expected is [(var first, _, CheckAnswer.Yes, _), ..] ? first : null, proposal.First?.Check);
    }

    [Property]
    public void ToCommand_AnyEvidence_IsACommandThatTheIncidentAccepts(string? words, char odd, bool long_)
    {
        var evidence = $"{words}\0{odd}\ud83d{(long_ ? string.Concat(Enumerable.Repeat("🔥", 40_000)) : "")}";
        var result = Result(CheckAnswer.Yes, evidence);

        var command = MitigationProposal.Of([result]).ToCommand(Alice)!;

        var begun = new Story(IncidentPolicy.Default).Then(command).Incident.Attempts.Single();
        Assert.Equal((MitigationKind.Rollback, Alice), (begun.Kind, begun.DoneBy));
        Assert.StartsWith("Proposed by the check deployment: ", begun.Description, StringComparison.Ordinal);
        Assert.InRange(begun.Description!.Length, 1, 2_100);
    }

    [Fact]
    public void ToCommand_AnotherCheckThanTheFirst_BeginsWhatThatOneProposes()
    {
        var proposal = MitigationProposal.Of(
        [
            Result(CheckAnswer.Yes, "4.2 went out"),
            Result(CheckAnswer.Unknown, null) with { Check = "load", Proposes = MitigationKind.ScaleUp },
        ]);

        Assert.Equal("Proposed by the check deployment: 4.2 went out", proposal.ToCommand(Alice)!.Description);
        Assert.Equal(MitigationKind.ScaleUp, MitigationProposal.ToCommand(proposal.Ranked[1], Alice).Kind);
    }

    [Fact]
    public void Decide_CauseFoundBeforeAnyMitigation_IsNoDeviation()
    {
        foreach (var policy in new[] { IncidentPolicy.Default, IncidentPolicy.Strict })
        {
            var story = new Story(policy).Then(
                new Classify { By = Alice, Level = 2 },
                new OpenChannel { By = Alice },
                new TakeCommand { By = Alice, Reason = "first one here" },
                new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob },
                new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol },
                new IdentifyCause { By = Bob, Cause = "a migration dropped an index" },
                new BeginMitigation { By = Bob, Kind = MitigationKind.Fix, DecidedBy = Alice });

            Assert.Equal(("a migration dropped an index", IncidentPhase.Mitigation), (story.Incident.Cause, story.Incident.Phase));
            Assert.DoesNotContain(story.Incident.History, e => e is DeviationRecorded);
        }
    }

    private static (CheckOutcome Outcome, CheckAnswer Answer, int Seconds) Said(Scripted s)
    {
        if (s.Conduct == Conduct.FailsBeforeItAwaits)
            return (CheckOutcome.Failed, CheckAnswer.Unknown, 0);
        if (s.Conduct is Conduct.Hangs or Conduct.HangsUntilItIsToldToStop || s.After > s.Limit)
            return (CheckOutcome.TimedOut, CheckAnswer.Unknown, s.Limit);
        return s.Conduct switch
        {
            Conduct.Yes => (CheckOutcome.Answered, CheckAnswer.Yes, s.After),
            Conduct.No => (CheckOutcome.Answered, CheckAnswer.No, s.After),
            Conduct.Unknown => (CheckOutcome.Answered, CheckAnswer.Unknown, s.After),
            _ => (CheckOutcome.Failed, CheckAnswer.Unknown, s.After),
        };
    }

    private static bool IsBefore(
        (string Name, (CheckOutcome, CheckAnswer Answer, int) Said, MitigationKind Proposes, int Place) a,
        (string Name, (CheckOutcome, CheckAnswer Answer, int) Said, MitigationKind Proposes, int Place) b)
    {
        CheckAnswer[] answers = [CheckAnswer.Yes, CheckAnswer.Unknown, CheckAnswer.No];
        MitigationKind[] kinds = [MitigationKind.Rollback, MitigationKind.ScaleUp, MitigationKind.CutDependency];
        if (a.Said.Answer != b.Said.Answer)
            return Array.IndexOf(answers, a.Said.Answer) < Array.IndexOf(answers, b.Said.Answer);
        var first = kinds.Contains(a.Proposes) ? Array.IndexOf(kinds, a.Proposes) : 9;
        var second = kinds.Contains(b.Proposes) ? Array.IndexOf(kinds, b.Proposes) : 9;
        return first != second ? first < second : a.Place < b.Place;
    }

    private static CheckResult Result(CheckAnswer answer, string? evidence) => new()
    {
        Check = "deployment", Question = "Was there a recent deployment?",
        Proposes = MitigationKind.Rollback, Outcome = CheckOutcome.Answered, Took = TimeSpan.FromSeconds(1),
        Finding = new MitigationFinding { Answer = answer, Evidence = evidence },
    };
}
