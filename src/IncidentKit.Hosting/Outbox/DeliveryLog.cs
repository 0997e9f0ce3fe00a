using Microsoft.Extensions.Logging;

namespace IncidentKit.Hosting;

/// <summary>What deliveries log. Of a restricted incident no exception is given, since a port may put a text into it.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(
        EventId = 1102,
        EventName = "DeliveryFailed",
        Level = LogLevel.Warning,
        Message = "Attempt {Attempt} to deliver {Kind} of incident {Incident} to {Port} failed; it is tried again at {NextAt}.")]
    public static partial void DeliveryFailed(
        this ILogger logger,
        Exception? exception,
        int attempt,
        string kind,
        IncidentId incident,
        string port,
        DateTimeOffset nextAt);

    [LoggerMessage(
        EventId = 1103,
        EventName = "DeliverySetAside",
        Level = LogLevel.Error,
        Message = "{Kind} of incident {Incident} to {Port} is set aside after {Attempt} attempts; what comes after it goes on. "
            + "List it, and retry it by hand.")]
    public static partial void DeliverySetAside(
        this ILogger logger,
        Exception? exception,
        string kind,
        IncidentId incident,
        string port,
        int attempt);

    [LoggerMessage(
        EventId = 1104,
        EventName = "DeliveryNotSettled",
        Level = LogLevel.Error,
        Message = "What came of attempt {Attempt} to deliver {Kind} of incident {Incident} to {Port} could not be recorded; "
            + "it is delivered again.")]
    public static partial void DeliveryNotSettled(
        this ILogger logger,
        Exception exception,
        int attempt,
        string kind,
        IncidentId incident,
        string port);

    [LoggerMessage(
        EventId = 1105,
        EventName = "DeliveryLookFailed",
        Level = LogLevel.Error,
        Message = "The store could not say what is to be delivered to {Port}; it is asked again.")]
    public static partial void DeliveryLookFailed(this ILogger logger, Exception exception, string port);

    [LoggerMessage(
        EventId = 1106,
        EventName = "DeliveryFactRefused",
        Level = LogLevel.Warning,
        Message = "What the delivery of {Kind} to {Port} came to was not recorded on incident {Incident}: {Rules}.")]
    public static partial void FactRefused(this ILogger logger, string kind, string port, IncidentId incident, string rules);

    [LoggerMessage(
        EventId = 1107,
        EventName = "Delivered",
        Level = LogLevel.Debug,
        Message = "{Kind} of incident {Incident} is delivered to {Port} ({Outcome}, attempt {Attempt}).")]
    public static partial void Delivered(
        this ILogger logger,
        string kind,
        IncidentId incident,
        string port,
        DeliveryOutcome outcome,
        int attempt);
}
