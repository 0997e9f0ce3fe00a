using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What the manager logs.</summary>
internal static partial class ManagerLog
{
    [LoggerMessage(
        EventId = 1001,
        EventName = "ObserverFailed",
        Level = LogLevel.Error,
        Message = "The observer {Observer} failed for incident {Incident} at version {Version}; the incident is recorded all the same.")]
    public static partial void ObserverFailed(this ILogger logger, Exception exception, string observer, IncidentId incident, long version);

    [LoggerMessage(
        EventId = 1002,
        EventName = "RaceLost",
        Level = LogLevel.Debug,
        Message = "A race for incident {Incident} was lost (expected version {Expected}, found {Actual}); attempt {Attempt}.")]
    public static partial void RaceLost(this ILogger logger, IncidentId incident, long expected, long actual, int attempt);

    [LoggerMessage(
        EventId = 1003,
        EventName = "LinkFailed",
        Level = LogLevel.Error,
        Message = "Incident {Incident} is declared as the recurrence of {Earlier}, but the link could not be recorded there.")]
    public static partial void LinkFailed(this ILogger logger, Exception exception, IncidentId incident, IncidentId earlier);

    [LoggerMessage(
        EventId = 1006,
        EventName = "ObserverOverflows",
        Level = LogLevel.Error,
        Message = "More than {Limit} commits wait for the observer {Observer}: the oldest are dropped until it has caught up. "
            + "Find out why it is slow, or raise IncidentManagerOptions.MaxWaitingCommits.")]
    public static partial void ObserverOverflows(this ILogger logger, string observer, int limit);

    [LoggerMessage(
        EventId = 1007, EventName = "CommitListenerFailed", Level = LogLevel.Error,
        Message = "The commit listener {Listener} failed on incident {Incident}; the commit stands.")]
    public static partial void ListenerFailed(this ILogger logger, Exception exception, string listener, IncidentId incident);
}
