namespace IncidentKit;

/// <summary>
/// The answer of a port. What a service refuses is an answer, not an exception; an exception counts as
/// <see cref="DeliveryOutcome.Unknown"/>.
/// </summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record DeliveryResult
{
    private DeliveryResult(DeliveryOutcome outcome) => Outcome = outcome;

    /// <summary>What came of it.</summary>
    public DeliveryOutcome Outcome { get; }

    /// <summary>
    /// The service's word for a refusal, or for what is unknown, such as <c>channel_not_found</c>; no text of the incident.
    /// </summary>
    public string? Code { get; private init; }

    /// <summary>How long the service asks to wait; null where it did not say, and the usual back-off holds.</summary>
    public TimeSpan? After { get; private init; }

    /// <summary>The name of what was made, such as the channel's name or the ticket's number; null where nothing was made.</summary>
    public string? Reference { get; private init; }

    /// <summary>Where it is; null where it has no address.</summary>
    public string? Link { get; private init; }

    /// <summary>A command that records what came of it; given to the incident before the delivery counts as done.</summary>
    public IncidentCommand? Fact { get; init; }

    /// <summary>There was nothing to send, or it must not go out.</summary>
    public static DeliveryResult Withheld { get; } = new(DeliveryOutcome.Withheld);

    /// <summary>The service has it.</summary>
    /// <param name="reference">The name of what was made, where something was.</param>
    /// <param name="link">Where it is.</param>
    public static DeliveryResult Delivered(string? reference = null, string? link = null) =>
        new(DeliveryOutcome.Delivered) { Reference = reference, Link = link };

    /// <summary>The service will never take it as it is: it is set aside.</summary>
    /// <param name="code">The service's word for it.</param>
    public static DeliveryResult Refused(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new(DeliveryOutcome.Refused) { Code = code };
    }

    /// <summary>It has not happened.</summary>
    /// <param name="after">How long the service asks to wait; null where it did not say.</param>
    public static DeliveryResult Throttled(TimeSpan? after = null)
    {
        if (after is { } time)
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, nameof(after));
        return new(DeliveryOutcome.Throttled) { After = after };
    }

    /// <summary>It may have happened or not.</summary>
    /// <param name="code">A word for what went wrong.</param>
    public static DeliveryResult Unknown(string code)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        return new(DeliveryOutcome.Unknown) { Code = code };
    }
}
