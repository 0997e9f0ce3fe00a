namespace IncidentKit.Rotation;

/// <summary>An entry leaves the roster with all its people. The next one takes its turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemoveEntry : RotationEdit
{
    /// <summary>The place of the entry in the roster, from 0.</summary>
    public required int At { get; init; }

    internal override void Apply(RotationDraft draft) => draft.RemoveAt(At);
}
