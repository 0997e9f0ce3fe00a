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

/// <summary>Somebody joins the roster, with a turn of their own.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class InsertPerson : RotationEdit
{
    /// <summary>Who joins.</summary>
    public required Responder Person { get; init; }

    /// <summary>
    /// The place in the roster, from 0; before whoever was there. Before the person whose turn it is means last in the round.
    /// </summary>
    /// <value>Null: at the end of the roster.</value>
    public int? At { get; init; }

    internal override void Apply(RotationDraft draft) =>
        draft.Insert(Person is null ? null : OnCallPeople.Of([Person]), nameof(Person), At);
}

/// <summary>People join the roster with a turn together; of nobody, an empty turn.</summary>
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

/// <summary>Somebody leaves every entry of the roster. An entry that thereby has nobody goes; the one after it takes its turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemovePerson : RotationEdit
{
    /// <summary>Who leaves.</summary>
    public required Responder Person { get; init; }

    internal override void Apply(RotationDraft draft) => draft.Remove(Person);
}

/// <summary>An entry leaves the roster, with all who are in it. The one after it takes its turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class RemoveEntry : RotationEdit
{
    /// <summary>The place of the entry in the roster, from 0.</summary>
    public required int At { get; init; }

    internal override void Apply(RotationDraft draft) => draft.RemoveAt(At);
}

/// <summary>The people of the roster take turns in another order; for rosters of one person per turn.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ReorderPeople : RotationEdit
{
    /// <summary>All people of the roster, in their new order.</summary>
    public required IReadOnlyList<Responder> People { get; init => field = [.. value ?? throw new ArgumentNullException(nameof(value))]; }

    internal override void Apply(RotationDraft draft) =>
        draft.Reorder([.. People.Select(p => p is null ? null : OnCallPeople.Of([p]))], nameof(People));
}

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

/// <summary>Turns last longer or shorter, from the handoff on.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class ChangeTurnLength : RotationEdit
{
    /// <summary>How many units of the grid a turn lasts, from 1.</summary>
    public required int Length { get; init; }

    internal override void Apply(RotationDraft draft) => draft.ChangeLength(Length);
}
