using IncidentKit.Templates;

namespace IncidentKit.Samples.ConsoleHost.Playing;

/// <summary>Builds the message that a step asks for.</summary>
internal static class PlayedMessageWriter
{
    /// <exception cref="IncompleteNotificationException">Parts are missing; all of them are named.</exception>
    public static Notification Write(Notifications notifications, Incident incident, PlayedMessage message) => message.Kind switch
    {
        "initial" => Initial(notifications.Initial(incident), message),
        "progress" => Progress(notifications.Progress(incident), message),
        "resolution" => Resolution(notifications.Resolution(incident), message),
        _ => notifications.Holding(incident).Build(),
    };

    private static Notification Initial(InitialNotificationBuilder builder, PlayedMessage message)
    {
        if (message.Affecting is { } feature)
            builder.Affecting(feature);
        if (message.Symptom is { } symptom)
            builder.Symptom(symptom);
        return builder.Build();
    }

    private static Notification Progress(ProgressUpdateBuilder builder, PlayedMessage message)
    {
        if (message.Known is { } known)
            builder.Known(known);
        if (message.Doing is { } doing)
            builder.Doing(doing);
        return builder.Build();
    }

    private static Notification Resolution(ResolutionNotificationBuilder builder, PlayedMessage message)
    {
        if (message.Affecting is { } feature)
            builder.Affecting(feature);
        if (message.Symptom is { } symptom)
            builder.Experienced(symptom);
        if (message.WhatHappened is { } whatHappened)
            builder.WhatHappened(whatHappened);
        return builder.Build();
    }
}
