using Microsoft.Extensions.Logging;

namespace IncidentKit.Tests.Mitigation;

/// <summary>Keeps the first failure that is logged, and lets a test wait for it.</summary>
internal sealed class WaitingLogger : ILogger<MitigationPlaybook>
{
    private readonly TaskCompletionSource<Exception> _failure = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<Exception> Failure => _failure.Task;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        (exception as ScriptedFailure)?.IsLogged();
        if (exception is not null)
            _failure.TrySetResult(exception);
    }
}
