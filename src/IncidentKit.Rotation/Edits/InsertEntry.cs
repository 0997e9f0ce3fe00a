namespace IncidentKit.Rotation;

/// <summary>People join the roster with a common turn; of nobody, an empty turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class InsertEntry : RotationEdit
{
    /// <summary>Who is on call in the turn.</summary>
    public required OnCallPeople People { get; init; }

    /// <summary>The place in the roster, from 0; before the entry that was there.</summary>
    /// <value>Null: at the end of the roster.</value>
    public int? At { get; init; }

    internal override void Apply(RotationDraft draft) => draft.Insert(People, nameof(People), At);
}
