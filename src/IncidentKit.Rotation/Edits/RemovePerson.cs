namespace IncidentKit.Rotation;

/// <summary>Somebody leaves every entry of the roster. The turn of an entry without people goes to the next one.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemovePerson : RotationEdit
{
    /// <summary>Who leaves.</summary>
    public required Responder Person { get; init; }

    internal override void Apply(RotationDraft draft) => draft.Remove(Person);
}
