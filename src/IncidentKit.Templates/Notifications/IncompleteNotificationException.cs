namespace IncidentKit.Templates;

/// <summary>A notification cannot be built: parts are missing or contradict each other (P40).</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class IncompleteNotificationException : InvalidOperationException
{
    internal IncompleteNotificationException(NotificationKind kind, IReadOnlyList<NotificationFault> faults)
        : base($"The {kind} notification cannot be built. {string.Join(" ", faults.Select(fault => fault.Message))}") =>
        (Kind, Faults) = (kind, faults);

    /// <summary>Which notification.</summary>
    public NotificationKind Kind { get; }

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<NotificationFault> Faults { get; }
}
