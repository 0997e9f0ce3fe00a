using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests.Mitigation;

/// <summary>The checks of the playbook are asked together, and none of them holds up the others.</summary>
[Process("P19")]
public sealed class MitigationPlaybookTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);
    private static readonly Incident Incident = new Story(IncidentPolicy.Default).Incident;

    private readonly FakeTimeProvider _clock = new(Story.Start);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Propose_ChecksInAnyOrder_AreRankedByTheOrderOfThePlaybook()
    {
        var proposal = await Ask(
            Check("restart", MitigationKind.Restart, Conduct.Yes),
            Check("dependency", MitigationKind.CutDependency, Conduct.Yes),
            Check("load", MitigationKind.ScaleUp, Conduct.Yes),
            Check("second deployment", MitigationKind.Rollback, Conduct.Unknown),
            Check("deployment", MitigationKind.Rollback, Conduct.Yes),
            Check("change", MitigationKind.Rollback, Conduct.No));

        Assert.Equal(["deployment", "load", "dependency", "restart", "second deployment", "change"], proposal.Ranked.Select(r => r.Check));
        Assert.Equal(
            ("deployment", "deployment says so", 0.9),
            (proposal.First!.Check, proposal.First.Evidence, proposal.First.Finding!.Confidence));
    }

    [Fact]
    public async Task Propose_NobodySaysYes_ProposesNothingAndShowsWhy()
    {
        var proposal = await Ask(
            Check("deployment", MitigationKind.Rollback, Conduct.No),
            Check("load", MitigationKind.ScaleUp, Conduct.FailsLater),
            Check("dependency", MitigationKind.CutDependency, Conduct.Hangs));

        Assert.Null(proposal.First);
        Assert.Null(proposal.ToCommand(Story.Alice));
        Assert.Equal(
            [
                "load: Unknown (the check failed: load is slow)",
                "dependency: Unknown (no answer within 00:00:10)",
                "deployment: No (no evidence was given)",
            ],
            proposal.Ranked.Select(r => r.ToString()));
    }

    [Fact]
    public async Task Propose_WithoutChecks_IsEmpty() =>
        Assert.Empty((await new MitigationPlaybook([], _clock).ProposeAsync(Incident, Cancel)).Ranked);

    [Fact]
    public async Task Propose_CheckThatThrowsBeforeItAwaits_KeepsTheExceptionAndAsksTheOthers()
    {
        var proposal = await Ask(
            Check("deployment", MitigationKind.Rollback, Conduct.FailsBeforeItAwaits),
            Check("load", MitigationKind.ScaleUp, Conduct.Yes));

        var failed = proposal.Ranked[1];
        Assert.Equal((CheckOutcome.Failed, "deployment is down"), (failed.Outcome, Assert.IsType<ScriptedFailure>(failed.Failure).Message));
        Assert.Equal("load", proposal.First!.Check);
    }

    [Fact]
    public async Task Propose_CheckThatBlocksItsThread_IsLeftAtItsLimit()
    {
        using var blocking = Check("deployment", MitigationKind.Rollback, Conduct.BlocksItsThread);

        var proposal = await Ask(blocking, Check("load", MitigationKind.ScaleUp, Conduct.Yes));

        Assert.Equal([CheckOutcome.Answered, CheckOutcome.TimedOut], proposal.Ranked.Select(r => r.Outcome));
    }

    [Fact]
    public async Task Propose_CheckWithAShorterLimit_EndsAtItsOwn()
    {
        var slow = Check("deployment", MitigationKind.Rollback, Conduct.Yes, after: 9);
        var quick = Check("load", MitigationKind.ScaleUp, Conduct.Yes, after: 9, limit: 5);

        var proposal = await Ask(slow, quick);

        Assert.Equal([(CheckOutcome.Answered, 9), (CheckOutcome.TimedOut, 5)], proposal.Ranked.Select(r => (r.Outcome, r.Took.Seconds)));
    }

    [Fact]
    public async Task Propose_CheckThatIsLeft_IsToldToStop()
    {
        var hanging = Check("deployment", MitigationKind.Rollback, Conduct.HangsUntilItIsToldToStop);
        var told = new TaskCompletionSource();

        var asking = Start(hanging);
        await hanging.IsWaitedFor.WaitAsync(Cancel);
        using var registration = hanging.Token.Register(told.SetResult);
        _clock.Advance(Limit);

        Assert.Equal(CheckOutcome.TimedOut, Assert.Single((await asking).Ranked).Outcome);
        await told.Task.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Propose_CheckWhoseTokenCallbackThrows_FailsNothing()
    {
        var hanging = Check("deployment", MitigationKind.Rollback, Conduct.Hangs);
        var logger = new WaitingLogger();

        var asking = new MitigationPlaybook([hanging], _clock, logger).ProposeAsync(Incident, Cancel);
        await hanging.IsWaitedFor.WaitAsync(Cancel);
        hanging.Token.Register(() => throw new InvalidOperationException("cannot stop"));
        _clock.Advance(Limit);

        Assert.Equal(CheckOutcome.TimedOut, Assert.Single((await asking).Ranked).Outcome);
        Assert.Equal("cannot stop", (await logger.Failure.WaitAsync(Cancel)).InnerException?.Message);
    }

    [Fact]
    public async Task Propose_CheckThatFailsAfterItsLimit_IsLogged()
    {
        var late = Check("deployment", MitigationKind.Rollback, Conduct.FailsLater, after: 11);
        var logger = new WaitingLogger();

        var asking = new MitigationPlaybook([late], _clock, logger).ProposeAsync(Incident, Cancel);
        await late.IsWaitedFor.WaitAsync(Cancel);
        _clock.Advance(Limit);
        Assert.Equal(CheckOutcome.TimedOut, Assert.Single((await asking).Ranked).Outcome);
        Assert.False(logger.Failure.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("deployment is slow", (await logger.Failure.WaitAsync(Cancel)).Message);
    }

    [Fact]
    public async Task Propose_CallerGivesUp_EndsTheWholeAtOnceAndStopsTheChecks()
    {
        var hanging = Check("deployment", MitigationKind.Rollback, Conduct.Hangs);
        var told = new TaskCompletionSource();
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel);

        var asking = new MitigationPlaybook([hanging], _clock).ProposeAsync(Incident, caller.Token);
        await hanging.IsWaitedFor.WaitAsync(Cancel);
        using var registration = hanging.Token.Register(told.SetResult);
        await caller.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await told.Task.WaitAsync(Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new MitigationPlaybook([], _clock).ProposeAsync(Incident, caller.Token));
    }

    [Fact]
    public void Create_ChecksWithFaults_NamesAllOfThem()
    {
        var faults = Assert.Throws<MitigationPlaybookException>(() => new MitigationPlaybook(
            [
                Check(" ", MitigationKind.Rollback, Conduct.Yes), Check("load", MitigationKind.ScaleUp, Conduct.Yes, limit: 0),
                Check("Load", (MitigationKind)77, Conduct.Yes),
                Check("two\nlines", MitigationKind.Fix, Conduct.Yes, limit: 3601),
                Check(new string('x', 200), MitigationKind.Fix, Conduct.Yes),
            ],
            _clock)).Faults;

        string[] expected =
        [
            "1, \" \" (ScriptedCheck): Name is empty",
            "2, \"load\" (ScriptedCheck): TimeLimit is 00:00:00",
            "3, \"Load\" (ScriptedCheck): Proposes is 77",
            "4, \"two\nlines\" (ScriptedCheck): Name holds the character U+000A",
            "Question holds",
            "TimeLimit is 01:00:01",
            "Question has 201 characters",
            "are both named \"load\"",
        ];
        Assert.Equal(expected.Length, faults.Count);
        Assert.All(expected.Zip(faults), pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Confidence_OutsideItsRange_IsRefused(double confidence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MitigationFinding.Yes("seen", confidence));

    private ScriptedCheck Check(string name, MitigationKind proposes, Conduct conduct, int after = 1, int limit = 10) =>
        new(name, proposes, conduct, TimeSpan.FromSeconds(after), TimeSpan.FromSeconds(limit), _clock);

    private Task<MitigationProposal> Start(params ScriptedCheck[] checks) =>
        new MitigationPlaybook(checks, _clock, new WaitingLogger()).ProposeAsync(Incident, Cancel);

    private async Task<MitigationProposal> Ask(params ScriptedCheck[] checks)
    {
        var asking = Start(checks);
        await Task.WhenAll(checks.Select(check => check.IsWaitedFor)).WaitAsync(Cancel);
        await _clock.PassAsync((int)Limit.TotalSeconds);
        return await asking;
    }
}
