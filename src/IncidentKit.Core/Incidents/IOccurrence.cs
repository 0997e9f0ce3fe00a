namespace IncidentKit;

/// <summary>Something that has a time.</summary>
/// <remarks>Implementations are immutable and thread-safe.</remarks>
public interface IOccurrence
{
    /// <summary>The time, in UTC.</summary>
    DateTimeOffset At { get; }
}
