namespace IncidentKit;

/// <summary>
/// Says who is on call for a service. The rotation package answers from schedules; a host may answer from its own system.
/// </summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IOnCallDirectory
{
    /// <summary>Who is on call for a service at an instant.</summary>
    /// <param name="service">The service, by the name that incidents carry.</param>
    /// <param name="instant">The instant, past or to come.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The people, in the order in which to call them where the directory has one; empty where nobody is on call,
    /// or the service is unknown.
    /// </returns>
    ValueTask<IReadOnlyList<Responder>> OnCallAsync(string service, DateTimeOffset instant, CancellationToken cancellationToken);

    /// <summary>When the on-call shift of a person ends, by which relief is proposed (P12).</summary>
    /// <param name="service">The service, by the name that incidents carry.</param>
    /// <param name="person">The person.</param>
    /// <param name="after">Ends at this instant or before it do not count.</param>
    /// <param name="until">Ends after this instant do not count.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// The first instant in that time, in UTC, from which the person is on call no more, having been so until then; null where
    /// there is none, or the service is unknown.
    /// </returns>
    ValueTask<DateTimeOffset?> ShiftEndAsync(
        string service,
        Responder person,
        DateTimeOffset after,
        DateTimeOffset until,
        CancellationToken cancellationToken);
}
