namespace IncidentKit.Rotation;

/// <summary>A way to end a breach of a rule on rest: a proposal, which nobody has agreed to yet.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RestRepair
{
    internal RestRepair(OnCallSchedule schedule, IReadOnlyList<ReplaceOverride> overrides) => (Schedule, Overrides) = (schedule, overrides);

    /// <summary>What to add to the schedule: one override for a shift or a part of it, two where shifts are swapped.</summary>
    public IReadOnlyList<ReplaceOverride> Overrides { get; }

    /// <summary>The schedule with the overrides.</summary>
    public OnCallSchedule Schedule { get; }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Overrides.Select(o => $"{o.By} for {o.Person} {o.Time}"));
}
