namespace IncidentKit.Tests;

/// <summary>A directory that says what it is given, and keeps what it was asked.</summary>
internal sealed class ListedOnCall(IReadOnlyList<Responder> people, DateTimeOffset? shiftEnd = null) : IOnCallDirectory
{
    public List<(string Service, Responder Person, DateTimeOffset After, DateTimeOffset Until)> Asked { get; } = [];

    public ValueTask<IReadOnlyList<Responder>> OnCallAsync(string service, DateTimeOffset instant, CancellationToken cancellationToken) =>
        new(people);

    public ValueTask<DateTimeOffset?> ShiftEndAsync(
        string service,
        Responder person,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken)
    {
        Asked.Add((service, person, after, until));
        return new(shiftEnd > after && shiftEnd <= until ? shiftEnd : null);
    }
}
