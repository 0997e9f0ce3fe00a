namespace IncidentKit;

/// <summary>
/// A wait. The instant holds where the steps before it are given at the moment that was asked about; where
/// they take longer, ask again.
/// </summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class WaitStep : WayStep
{
    internal WaitStep(int number, string title, DateTimeOffset until)
        : base(number, title, []) => Until = until;

    /// <summary>The instant, in UTC, at which the next step may be taken.</summary>
    public DateTimeOffset Until { get; }
}
