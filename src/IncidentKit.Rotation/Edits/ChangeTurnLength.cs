namespace IncidentKit.Rotation;

/// <summary>Turns last longer or shorter, from the handoff on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ChangeTurnLength : RotationEdit
{
    /// <summary>How many units of the grid a turn lasts, from 1.</summary>
    public required int Length { get; init; }

    internal override void Apply(RotationDraft draft) => draft.ChangeLength(Length);
}
