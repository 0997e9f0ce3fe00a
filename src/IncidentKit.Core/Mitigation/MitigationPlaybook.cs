using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IncidentKit;

/// <summary>Asks the checks of the host what would stop the bleeding (P19): all at the same time, each with its own time limit.</summary>
/// <remarks>
/// A check that fails, throws before it awaits, blocks its thread or ignores its token takes nothing from the others: it counts
/// as unknown, with the reason. At its limit it is told to stop and is left to itself; a failure after that is logged.
/// Thread-safe, and made to be a singleton.
/// </remarks>
public sealed class MitigationPlaybook
{
    private readonly PlaybookCheck[] _checks;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;

    /// <summary>Creates a playbook.</summary>
    /// <param name="checks">
    /// The checks. They are ranked by what they propose: a rollback, then more capacity, then cutting a dependency, then all
    /// else; equals as they stand.
    /// </param>
    /// <param name="clock">Measures the time limits.</param>
    /// <param name="logger">Takes the failures of checks; nobody where null.</param>
    /// <exception cref="MitigationPlaybookException">
    /// A check has no name, no question or no sound time limit, or two have one name; all faults are named.
    /// </exception>
    public MitigationPlaybook(IEnumerable<IMitigationCheck> checks, TimeProvider clock, ILogger<MitigationPlaybook>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(checks);
        ArgumentNullException.ThrowIfNull(clock);
        var all = checks.Select(PlaybookCheck.Of).ToList();
        if (PlaybookCheck.FaultsOf(all) is { Count: > 0 } faults)
            throw new MitigationPlaybookException(faults);
        _checks = [.. all.OrderBy(check => PlaceOf(check.Proposes))];
        (_clock, _logger) = (clock, logger ?? NullLogger<MitigationPlaybook>.Instance);
    }

    /// <summary>The checks, in the order of the playbook.</summary>
    public IReadOnlyList<IMitigationCheck> Checks => [.. _checks.Select(check => check.Check)];

    /// <summary>
    /// Asks all checks, and ranks what they say. It takes as long as the slowest one, and never longer than the longest limit.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="cancellationToken">Ends the whole.</param>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public async Task<MitigationProposal> ProposeAsync(Incident incident, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(incident);
        cancellationToken.ThrowIfCancellationRequested();
        return MitigationProposal.Of(
            await Task.WhenAll(_checks.Select(check => AskAsync(check, incident, cancellationToken))).ConfigureAwait(false));
    }

    // What is quick to undo comes first.
    private static int PlaceOf(MitigationKind kind) => kind switch
    {
        MitigationKind.Rollback => 0,
        MitigationKind.ScaleUp => 1,
        MitigationKind.CutDependency => 2,
        _ => 3,
    };

    private async Task<CheckResult> AskAsync(PlaybookCheck check, Incident incident, CancellationToken cancellationToken)
    {
        // Not disposed of: a check that was left to itself may still hold the token, and the source holds neither timer nor handle.
        var stop = new CancellationTokenSource();
        var answered = new TaskCompletionSource<CheckResult>();
        _ = Task.Run(() => AnswerAsync(check, incident, answered, stop.Token), CancellationToken.None);
        try
        {
            return await answered.Task.WaitAsync(check.TimeLimit, _clock, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            _logger.CheckTimedOut(check.Name, check.TimeLimit, incident.Id);
            _ = StopAsync(check, incident, stop);
            return Result(check, CheckOutcome.TimedOut, check.TimeLimit);
        }
        catch (OperationCanceledException)
        {
            _ = StopAsync(check, incident, stop);
            throw;
        }
    }

    // What nobody waits for any more is caught and logged all the same.
    private async Task AnswerAsync(
        PlaybookCheck check, Incident incident, TaskCompletionSource<CheckResult> answered, CancellationToken stop)
    {
        var began = _clock.GetTimestamp();
        try
        {
            var finding = await check.Check.AskAsync(incident, stop).ConfigureAwait(false)
                ?? throw new InvalidOperationException(
                    $"The check \"{check.Name}\" answered null. Answer with MitigationFinding.Unknown where it cannot tell.");
            answered.SetResult(Result(check, CheckOutcome.Answered, _clock.GetElapsedTime(began)) with { Finding = finding });
        }
        catch (Exception e)
        {
            answered.SetResult(Result(check, CheckOutcome.Failed, _clock.GetElapsedTime(began)) with { Failure = e });
            if (!stop.IsCancellationRequested || e is not OperationCanceledException)
                _logger.CheckFailed(e, check.Name, incident.Id);
        }
    }

    // What a check does when it is told to stop is its own affair: neither the timer nor the caller waits for it or fails with it.
    private async Task StopAsync(PlaybookCheck check, Incident incident, CancellationTokenSource stop)
    {
        try
        {
            await stop.CancelAsync().ConfigureAwait(false);
        }
        catch (Exception e)
        {
            _logger.CheckFailed(e, check.Name, incident.Id);
        }
    }

    private static CheckResult Result(PlaybookCheck check, CheckOutcome outcome, TimeSpan took) =>
        new() { Check = check.Name, Question = check.Question, Proposes = check.Proposes, Outcome = outcome, Took = took };
}
