namespace IncidentKit.Rotation;

/// <summary>A change of a layer's rotation from a handoff on; the person whose turn it would be is on call next.</summary>
/// <remarks>Checked by <see cref="OnCallSchedule.Edit"/>. Immutable and thread-safe.</remarks>
public abstract class RotationEdit
{
    private protected RotationEdit()
    {
    }

    internal abstract void Apply(RotationDraft draft);
}
