namespace IncidentKit.Rotation;

/// <summary>The entries of the roster take turns in another order.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ReorderEntries : RotationEdit
{
    /// <summary>All entries of the roster, in their new order.</summary>
    public required IReadOnlyList<OnCallPeople> Entries
    {
        get;
        init => field = [.. value ?? throw new ArgumentNullException(nameof(value))];
    }

    internal override void Apply(RotationDraft draft) => draft.Reorder(Entries, nameof(Entries));
}
