namespace IncidentKit.Rotation;

/// <summary>Somebody leaves every entry of the roster. An entry that thereby has nobody goes; the one after it takes its turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemovePerson : RotationEdit
{
    /// <summary>Who leaves.</summary>
    public required Responder Person { get; init; }

    internal override void Apply(RotationDraft draft) => draft.Remove(Person);
}
