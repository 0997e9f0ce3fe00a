using Microsoft.Extensions.Time.Testing;

namespace IncidentKit.Tests.Paging;

/// <summary>A manager and a monitor over a store, with a pager that keeps what it was asked.</summary>
internal sealed class PagingHost : IPager, IOnCallDirectory, IAudienceDirectory
{
    private readonly PagingScript _script;
    private readonly FakeTimeProvider _clock;

    public PagingHost(PagingScript script, IIncidentStore store, FakeTimeProvider clock, CountingIds ids)
    {
        (_script, _clock) = (script, clock);
        Manager = new IncidentManager(store, ids, clock, [], new IncidentPolicies(script.Policy), paging: Queue);
        Monitor = new PagingMonitor(Manager, store, new IncidentPolicies(script.Policy), clock, this, Queue, this, this);
    }

    public PagingBacklog Queue { get; } = new();

    public IncidentManager Manager { get; }

    public PagingMonitor Monitor { get; }

    /// <summary>Every page that was asked for, reached or not, in order.</summary>
    public List<PageRequest> Pages { get; } = [];

    public IEnumerable<(DateTimeOffset At, string To, PageUrgency Urgency)> Rows =>
        Pages.DistinctBy(page => page.Delivery).Select(page => (page.At, page.To.Id, page.Urgency));

    public ValueTask<PageOutcome> PageAsync(PageRequest request, CancellationToken cancellationToken)
    {
        lock (Pages)
            Pages.Add(request);
        return new(_script.IsReached(request.To, _clock.GetUtcNow()) ? PageOutcome.Delivered : PageOutcome.NotDeliverable("no phone"));
    }

    public ValueTask<IReadOnlyList<Responder>> OnCallAsync(string service, DateTimeOffset instant, CancellationToken cancellationToken) =>
        new(_script.Behind("on-call", instant));

    public ValueTask<DateTimeOffset?> ShiftEndAsync(
        string service,
        Responder person,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken) => new((DateTimeOffset?)null);

    public ValueTask<IReadOnlyList<Responder>> BehindAsync(
        string audience, string service, DateTimeOffset instant, CancellationToken cancellationToken) =>
        new(_script.Behind(audience, instant));
}
