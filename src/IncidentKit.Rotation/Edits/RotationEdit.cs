namespace IncidentKit.Rotation;

/// <summary>A change of a layer's rotation from a handoff on, at which it goes on with the person whose turn it would be.</summary>
/// <remarks>Checked when it is applied, see <see cref="OnCallSchedule.Edit"/>. Immutable and thread-safe.</remarks>
public abstract class RotationEdit
{
    private protected RotationEdit()
    {
    }

    internal abstract void Apply(RotationDraft draft);
}
