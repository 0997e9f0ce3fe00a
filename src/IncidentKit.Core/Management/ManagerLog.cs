using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What the manager logs.</summary>
internal static partial class ManagerLog
{
    [LoggerMessage(EventId = 1001, EventName = "ObserverFailed", Level = LogLevel.Error, Message = "The observer {Observer} failed for incident {Incident} at version {Version}; the incident is recorded all the same.")]
    public static partial void ObserverFailed(this ILogger logger, Exception exception, string observer, IncidentId incident, long version);

    [LoggerMessage(EventId = 1002, EventName = "RaceLost", Level = LogLevel.Debug, Message = "A race for incident {Incident} was lost (expected version {Expected}, found {Actual}); attempt {Attempt}.")]
    public static partial void RaceLost(this ILogger logger, IncidentId incident, long expected, long actual, int attempt);
}
