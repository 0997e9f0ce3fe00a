namespace IncidentKit.Rotation;

/// <summary>A proposal to end a breach of a rule on rest.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RestRepair
{
    internal RestRepair(OnCallSchedule schedule, IReadOnlyList<ReplaceOverride> overrides) => (Schedule, Overrides) = (schedule, overrides);

    /// <summary>The overrides to add: one for a shift or a part of it, two for a swap.</summary>
    public IReadOnlyList<ReplaceOverride> Overrides { get; }

    /// <summary>The schedule with the overrides.</summary>
    public OnCallSchedule Schedule { get; }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", Overrides.Select(o => $"{o.By} for {o.Person} {o.Time}"));
}
