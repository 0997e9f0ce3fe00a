namespace IncidentKit.Rotation;

/// <summary>The people of the roster take turns in another order, if each has a turn of their own.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ReorderPeople : RotationEdit
{
    /// <summary>All people of the roster, in their new order.</summary>
    public required IReadOnlyList<Responder> People { get; init => field = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    internal override void Apply(RotationDraft draft) =>
        draft.Reorder([.. People.Select(p => p is null ? null : OnCallPeople.Of([p]))], nameof(People));
}
