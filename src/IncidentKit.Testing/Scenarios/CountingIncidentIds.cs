namespace IncidentKit.Testing;

/// <summary>Ids that count from 1, so that a run can be repeated to the byte.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class CountingIncidentIds : IIncidentIdFactory
{
    private int _last;

    /// <inheritdoc />
    public IncidentId Create(DateTimeOffset now) => Of(Interlocked.Increment(ref _last));

    /// <summary>The id that is given as the <paramref name="number"/>th one.</summary>
    /// <param name="number">From 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="number"/> is less than 1.</exception>
    public static IncidentId Of(int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new(new Guid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    }
}
