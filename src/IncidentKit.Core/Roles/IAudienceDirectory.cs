namespace IncidentKit;

/// <summary>
/// Says who stands behind an audience word, such as "team lead" or "VP Engineering". Those who are on call, an
/// <see cref="IOnCallDirectory"/> names.
/// </summary>
/// <remarks>Implementations are thread-safe.</remarks>
public interface IAudienceDirectory
{
    /// <summary>Who stands behind a word at an instant.</summary>
    /// <param name="audience">The word, as levels and escalation policies spell it.</param>
    /// <param name="service">The service, by the name that incidents carry.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The people; empty where nobody is known.</returns>
    ValueTask<IReadOnlyList<Responder>> BehindAsync(
        string audience, string service, DateTimeOffset instant, CancellationToken cancellationToken);
}
