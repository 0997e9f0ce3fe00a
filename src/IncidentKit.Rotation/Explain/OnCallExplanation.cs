namespace IncidentKit.Rotation;

/// <summary>Who is on call at an instant, and for what reasons.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class OnCallExplanation
{
    internal OnCallExplanation(DateTimeOffset instant, IReadOnlyList<OnCallReason> reasons, IReadOnlyList<string> hidden) =>
        (Instant, Reasons, HiddenLayers, People) = (instant, reasons, hidden, OnCallPeople.Of(reasons.Select(r => r.Person)));

    /// <summary>The instant that was asked for, in UTC.</summary>
    public DateTimeOffset Instant { get; }

    /// <summary>Who is on call, as <see cref="OnCallSchedule.OnCallAt"/>.</summary>
    public OnCallPeople People { get; }

    /// <summary>Why, in ordinal order of people; a person may have several reasons.</summary>
    public IReadOnlyList<OnCallReason> Reasons { get; }

    /// <summary>The layers with people that are hidden by layers of higher priority.</summary>
    public IReadOnlyList<string> HiddenLayers { get; }

    /// <inheritdoc />
    public override string ToString() => Reasons.Count == 0 ? "nobody" : string.Join("; ", Reasons);
}
