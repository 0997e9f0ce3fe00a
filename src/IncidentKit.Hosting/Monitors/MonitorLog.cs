using Microsoft.Extensions.Logging;

namespace IncidentKit.Hosting;

/// <summary>What the monitor of obligations logs.</summary>
internal static partial class MonitorLog
{
    [LoggerMessage(
        EventId = 1004,
        EventName = "CheckFailed",
        Level = LogLevel.Error,
        Message = "The obligations of incident {Incident}, due at {DueAt}, could not be checked; they are tried again.")]
    public static partial void CheckFailed(this ILogger logger, Exception exception, IncidentId incident, DateTimeOffset dueAt);

    [LoggerMessage(
        EventId = 1005,
        EventName = "LookFailed",
        Level = LogLevel.Error,
        Message = "The store could not say what is due; it is asked again.")]
    public static partial void LookFailed(this ILogger logger, Exception exception);
}
