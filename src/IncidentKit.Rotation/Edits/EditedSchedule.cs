namespace IncidentKit.Rotation;

/// <summary>The result of an edit: the new schedule, and the handoff at which it takes effect.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class EditedSchedule
{
    internal EditedSchedule(OnCallSchedule schedule, string layer, DateTimeOffset handoff, OnCallPeople before, OnCallPeople next) =>
        (Schedule, Layer, Handoff, WouldHaveBeen, Next) = (schedule, layer, handoff, before, next);

    /// <summary>The new schedule; the same as the old one before <see cref="Handoff"/>.</summary>
    public OnCallSchedule Schedule { get; }

    /// <summary>The layer that was edited.</summary>
    public string Layer { get; }

    /// <summary>The handoff at which the edit takes effect, in UTC.</summary>
    public DateTimeOffset Handoff { get; }

    /// <summary>The entry whose turn begins at the handoff by the old schedule.</summary>
    public OnCallPeople WouldHaveBeen { get; }

    /// <summary>The entry whose turn begins at the handoff: the same, unless the edit removes it.</summary>
    public OnCallPeople Next { get; }

    /// <inheritdoc />
    public override string ToString() => $"{Layer} from {Iso8601.Format(Handoff)}: {Next}";
}
