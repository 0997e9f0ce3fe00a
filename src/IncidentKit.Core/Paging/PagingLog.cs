using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What paging logs. No title, service or symptom stands here: incidents may be restricted (P62).</summary>
internal static partial class PagingLog
{
    [LoggerMessage(
        EventId = 1401,
        EventName = "DeclarationKept",
        Level = LogLevel.Error,
        Message = "Incident {Incident} could not be recorded; it is kept in the paging queue, people are paged, "
            + "and it is recorded when the store answers.")]
    public static partial void DeclarationKept(this ILogger logger, Exception exception, IncidentId incident);

    [LoggerMessage(
        EventId = 1402,
        EventName = "PagesKept",
        Level = LogLevel.Error,
        Message = "{Count} facts about pages of incident {Incident} could not be recorded; they are kept until the store answers.")]
    public static partial void PagesKept(this ILogger logger, Exception exception, IncidentId incident, int count);

    [LoggerMessage(
        EventId = 1403,
        EventName = "PagesLost",
        Level = LogLevel.Critical,
        Message = "The paging queue is full: {Count} facts about pages of incident {Incident} are lost, "
            + "and it is not paged again until the store answers.")]
    public static partial void PagesLost(this ILogger logger, Exception exception, IncidentId incident, int count);

    [LoggerMessage(
        EventId = 1404,
        EventName = "PagerFailed",
        Level = LogLevel.Error,
        Message = "The pager failed at delivery {Delivery}; it counts as not deliverable.")]
    public static partial void PagerFailed(this ILogger logger, Exception exception, string delivery);

    [LoggerMessage(
        EventId = 1405,
        EventName = "DirectoryFailed",
        Level = LogLevel.Error,
        Message = "The people on call could not be looked up for incident {Incident}; the step is skipped.")]
    public static partial void DirectoryFailed(this ILogger logger, Exception exception, IncidentId incident);

    [LoggerMessage(
        EventId = 1406,
        EventName = "PagingFailed",
        Level = LogLevel.Error,
        Message = "The paging of incident {Incident} failed; it is tried again.")]
    public static partial void PagingFailed(this ILogger logger, Exception exception, IncidentId incident);

    [LoggerMessage(
        EventId = 1407,
        EventName = "DueUnknown",
        Level = LogLevel.Error,
        Message = "The store could not say what is due; the incidents that this process knows are paged all the same.")]
    public static partial void DueUnknown(this ILogger logger, Exception exception);

    [LoggerMessage(
        EventId = 1408,
        EventName = "StillWaiting",
        Level = LogLevel.Warning,
        Message = "What waits of incident {Incident} still cannot be recorded.")]
    public static partial void StillWaiting(this ILogger logger, Exception exception, IncidentId incident);

    [LoggerMessage(
        EventId = 1409,
        EventName = "PageNotRecorded",
        Level = LogLevel.Error,
        Message = "Delivery {Delivery} was paged, and the policy refuses its record ({Rules}): it is not paged again by this process. "
            + "Let the rule pass RecordPaging.")]
    public static partial void PageNotRecorded(this ILogger logger, string delivery, string rules);
}
