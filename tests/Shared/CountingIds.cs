namespace IncidentKit.Tests;

/// <summary>Ids that count, so that a run can be repeated.</summary>
internal sealed class CountingIds : IIncidentIdFactory
{
    private int _last;

    public IncidentId Create(DateTimeOffset at) => new(new Guid(Interlocked.Increment(ref _last), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
}
