using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What the playbook logs.</summary>
internal static partial class PlaybookLog
{
    [LoggerMessage(
        EventId = 1301,
        EventName = "MitigationCheckFailed",
        Level = LogLevel.Warning,
        Message = "The mitigation check {Check} failed for incident {Incident}; the others are asked all the same.")]
    public static partial void CheckFailed(this ILogger logger, Exception exception, string check, IncidentId incident);

    [LoggerMessage(
        EventId = 1302,
        EventName = "MitigationCheckTimedOut",
        Level = LogLevel.Warning,
        Message = "The mitigation check {Check} gave no answer within {Limit} for incident {Incident}; it counts as unknown.")]
    public static partial void CheckTimedOut(this ILogger logger, string check, TimeSpan limit, IncidentId incident);
}
