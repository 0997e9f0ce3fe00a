using Microsoft.Extensions.Logging;

namespace IncidentKit.Templates;

internal static partial class TemplatesLog
{
    [LoggerMessage(
        EventId = 3001,
        EventName = "WordingBroken",
        Level = LogLevel.Error,
        Message = "The wording is broken, and the library's own is used instead: {Fault}")]
    public static partial void WordingBroken(this ILogger logger, WordingFault fault);

    [LoggerMessage(
        EventId = 3002,
        EventName = "WordingFailed",
        Level = LogLevel.Error,
        Message = "The wording {Wording} cannot be rendered, and the library's own is used instead: {Reason}")]
    public static partial void WordingFailed(this ILogger logger, Exception? exception, string wording, string reason);
}
