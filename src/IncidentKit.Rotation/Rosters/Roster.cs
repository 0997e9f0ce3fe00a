namespace IncidentKit.Rotation;

/// <summary>Who takes turns, in order: an entry is the people of one turn, or nobody.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class Roster
{
    /// <summary>Creates a roster of entries with any number of people.</summary>
    public Roster(IEnumerable<IEnumerable<Responder>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Entries = [.. entries.Select(OnCallPeople.Of)];
    }

    /// <summary>The entries in the order of their turns.</summary>
    public IReadOnlyList<OnCallPeople> Entries { get; }

    /// <summary>Everybody who is in an entry.</summary>
    public OnCallPeople People => OnCallPeople.Of(Entries.SelectMany(e => e));

    /// <summary>A roster of one person per turn.</summary>
    public static Roster Of(params IEnumerable<Responder> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        return new Roster(people.Select(p => (IEnumerable<Responder>)[p]));
    }
}
