using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>What integrations log. Of a restricted incident no exception is given, since a port may put a text into it.</summary>
internal static partial class IntegrationLog
{
    [LoggerMessage(
        EventId = 1101,
        EventName = "DeliveriesNotMade",
        Level = LogLevel.Error,
        Message = "The connection {Port} could not say what to deliver of incident {Incident} at version {Version}; "
            + "the incident is recorded all the same.")]
    public static partial void DeliveriesNotMade(this ILogger logger, Exception? exception, string port, IncidentId incident, long version);
}
