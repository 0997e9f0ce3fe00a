namespace IncidentKit;

/// <summary>Version 7 identifiers: random, and ordered by time.</summary>
internal sealed class Version7IncidentIdFactory : IIncidentIdFactory
{
    public IncidentId Create(DateTimeOffset now) => new(Guid.CreateVersion7(now));
}
