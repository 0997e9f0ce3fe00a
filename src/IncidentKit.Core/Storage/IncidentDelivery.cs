using System.Globalization;

namespace IncidentKit;

/// <summary>Something to hand to a port once its commit is recorded, at least once.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record IncidentDelivery
{
    /// <summary>
    /// The identity, unlike that of any other delivery of the incident to the port: the receiver does nothing
    /// for one that it has seen.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The name of the connection that takes it. Those of one incident to one port keep their order.</summary>
    public required string Port { get; init; }

    /// <summary>What kind of thing it is, such as <c>page</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// The thing itself, in the form of its kind. Better a reference than a text: what is restricted or redacted in the
    /// meantime does not go out then.
    /// </summary>
    public required string Payload { get; init; }

    /// <summary>Before this instant it is not handed on, in UTC; nor is what comes after it.</summary>
    public required DateTimeOffset NotBefore { get; init; }

    /// <summary>
    /// A delivery that says which fact it is about; what the fact says is read when it is sent, since it may be corrected,
    /// redacted or restricted by then.
    /// </summary>
    /// <param name="happened">The fact.</param>
    /// <param name="port">The name of the connection.</param>
    /// <param name="kind">What kind of thing it is: at most one of a kind for a fact.</param>
    public static IncidentDelivery Of(IncidentEvent happened, string port, string kind)
    {
        ArgumentNullException.ThrowIfNull(happened);
        ArgumentException.ThrowIfNullOrWhiteSpace(port);
        ArgumentException.ThrowIfNullOrWhiteSpace(kind);
        var sequence = happened.Sequence.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Id = $"{happened.Incident}/{port}/{sequence}/{kind}",
            Port = port,
            Kind = kind,
            Payload = sequence,
            NotBefore = happened.RecordedAt,
        };
    }
}
