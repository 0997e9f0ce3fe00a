namespace IncidentKit.Rotation;

/// <summary>
/// A change of the rotation of a layer. It takes effect at a handoff, and the rotation goes on there with the
/// person whose turn it would be.
/// </summary>
/// <remarks>Checked when it is applied, see <see cref="OnCallSchedule.Edit"/>. Immutable and thread-safe.</remarks>
public abstract class RotationEdit
{
    private protected RotationEdit()
    {
    }

    internal abstract void Apply(RotationDraft draft);
}
