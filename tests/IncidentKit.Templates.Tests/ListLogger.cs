using Microsoft.Extensions.Logging;

namespace IncidentKit.Templates.Tests;

/// <summary>Keeps what was logged.</summary>
internal sealed class ListLogger : ILoggerProvider, ILogger
{
    public List<string> Errors { get; } = [];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            Errors.Add(formatter(state, exception));
    }

    public void Dispose()
    {
    }
}
