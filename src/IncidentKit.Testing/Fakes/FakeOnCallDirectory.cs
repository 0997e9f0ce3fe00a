using System.Collections.Concurrent;

namespace IncidentKit.Testing;

/// <summary>A directory that is told who is on call, and when.</summary>
/// <remarks>Thread-safe.</remarks>
public sealed class FakeOnCallDirectory : IOnCallDirectory
{
    private readonly ConcurrentQueue<(string Service, Interval Time, Responder Person)> _shifts = [];

    /// <summary>Puts people on call for a service at all times, in order.</summary>
    public FakeOnCallDirectory Always(string service, params IReadOnlyList<Responder> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (var person in people)
            During(service, new Interval(DateTimeOffset.MinValue, DateTimeOffset.MaxValue), person);
        return this;
    }

    /// <summary>Puts a person on call for a service for some time.</summary>
    public FakeOnCallDirectory During(string service, Interval time, Responder person)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        ArgumentNullException.ThrowIfNull(person);
        _shifts.Enqueue((service, time, person));
        return this;
    }

    /// <inheritdoc />
    public ValueTask<IReadOnlyList<Responder>> OnCallAsync(string service, DateTimeOffset instant, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var onCall = _shifts.Where(shift => shift.Service == service && shift.Time.Contains(instant));
        return new([.. onCall.Select(shift => shift.Person).Distinct()]);
    }

    /// <inheritdoc />
    public ValueTask<DateTimeOffset?> ShiftEndAsync(
        string service,
        Responder person,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var mine = _shifts.Where(shift => shift.Service == service && shift.Person == person).Select(shift => shift.Time).ToList();
        var ends = mine.Select(time => time.End).Where(end => end > after && end <= until && !mine.Exists(time => time.Contains(end)));
        return new(ends.Min(end => (DateTimeOffset?)end));
    }
}
