namespace IncidentKit.Rotation;

/// <summary>Somebody joins the roster, with a turn of their own.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class InsertPerson : RotationEdit
{
    /// <summary>Who joins.</summary>
    public required Responder Person { get; init; }

    /// <summary>The place in the roster, from 0, before whoever was there. That of the current turn is the last in the round.</summary>
    /// <value>Null: at the end of the roster.</value>
    public int? At { get; init; }

    internal override void Apply(RotationDraft draft) =>
        draft.Insert(Person is null ? null : OnCallPeople.Of([Person]), nameof(Person), At);
}
