using System.Threading.Tasks.Sources;

namespace IncidentKit.Tests.Mitigation;

/// <summary>A check that does what it is told, after a time.</summary>
/// <remarks>It is its own awaitable, so that a test knows when the playbook has begun to wait for it.</remarks>
internal sealed class ScriptedCheck(
    string name,
    MitigationKind proposes,
    Conduct conduct,
    TimeSpan after,
    TimeSpan limit,
    TimeProvider clock) : IMitigationCheck, IValueTaskSource<MitigationFinding>, IDisposable
{
    private readonly TaskCompletionSource _waitedFor = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _release = new();
    private ManualResetValueTaskSourceCore<MitigationFinding> _answer;
    private ITimer? _timer;

    public string Name => name;

    public MitigationKind Proposes => proposes;

    public string Question => $"{name}?";

    public TimeSpan TimeLimit => limit;

    /// <summary>Ends once nothing but the clock is missing: the playbook waits for the answer, or has the failure.</summary>
    public Task IsWaitedFor => _waitedFor.Task;

    public CancellationToken Token { get; private set; }

    public ValueTask<MitigationFinding> AskAsync(Incident incident, CancellationToken cancellationToken)
    {
        Token = cancellationToken;
        switch (conduct)
        {
            case Conduct.FailsBeforeItAwaits:
                throw new ScriptedFailure($"{name} is down", _waitedFor);
            case Conduct.BlocksItsThread:
                _waitedFor.SetResult();
                _release.Wait(CancellationToken.None);
                return new(MitigationFinding.Unknown());
            case Conduct.HangsUntilItIsToldToStop:
                cancellationToken.UnsafeRegister(_ => _answer.SetException(new OperationCanceledException(cancellationToken)), null);
                break;
            case not Conduct.Hangs:
                _timer = clock.CreateTimer(_ => Answer(), null, after, Timeout.InfiniteTimeSpan);
                break;
        }

        return new(this, _answer.Version);
    }

    public MitigationFinding GetResult(short token) => _answer.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _answer.GetStatus(token);

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _answer.OnCompleted(continuation, state, token, flags);
        _waitedFor.TrySetResult();
    }

    public void Dispose()
    {
        _release.Set();
        _release.Dispose();
        _timer?.Dispose();
    }

    private void Answer()
    {
        if (conduct == Conduct.FailsLater)
        {
            _answer.SetException(new ScriptedFailure($"{name} is slow", _waitedFor));
        }
        else
        {
            _answer.SetResult(conduct switch
            {
                Conduct.Yes => MitigationFinding.Yes($"{name} says so", 0.9),
                Conduct.No => MitigationFinding.No(),
                Conduct.AnswersNull => null!,
                _ => MitigationFinding.Unknown(),
            });
        }
    }
}
