using System.Collections;

namespace IncidentKit.Rotation;

/// <summary>The people on call together, each once, in ordinal order of their ids.</summary>
/// <remarks>Equal by the people in it. Immutable and thread-safe.</remarks>
public sealed class OnCallPeople : IReadOnlyList<Responder>, IEquatable<OnCallPeople>
{
    private static readonly Comparer<Responder> ById = Comparer<Responder>.Create((a, b) => string.CompareOrdinal(a?.Id, b?.Id));

    private readonly Responder[] _people;

    private OnCallPeople(Responder[] people) => _people = people;

    /// <summary>Nobody.</summary>
    public static OnCallPeople Nobody { get; } = new([]);

    /// <summary>How many they are.</summary>
    public int Count => _people.Length;

    /// <summary>Whether it is nobody.</summary>
    public bool IsEmpty => _people.Length == 0;

    /// <inheritdoc />
    public Responder this[int index] => _people[index];

    /// <summary>These people; one who is named twice counts once.</summary>
    /// <exception cref="ArgumentException">One of <paramref name="people"/> is null.</exception>
    public static OnCallPeople Of(IEnumerable<Responder> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        Responder[] sorted =
        [
            .. people.Select(p => p ?? throw new ArgumentException("A person is null.", nameof(people)))
                .DistinctBy(p => p.Id)
                .OrderBy(p => p.Id, StringComparer.Ordinal),
        ];
        return sorted.Length == 0 ? Nobody : new OnCallPeople(sorted);
    }

    /// <summary>Whether <paramref name="person"/> is one of them.</summary>
    public bool Contains(Responder person) => Array.BinarySearch(_people, person, ById) >= 0;

    /// <inheritdoc />
    public bool Equals(OnCallPeople? other) =>
        other is not null && (ReferenceEquals(this, other) || _people.AsSpan().SequenceEqual(other._people));

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as OnCallPeople);

    /// <inheritdoc />
    public override int GetHashCode() => _people.Aggregate(_people.Length, HashCode.Combine);

    /// <inheritdoc />
    public IEnumerator<Responder> GetEnumerator() => ((IEnumerable<Responder>)_people).GetEnumerator();

    /// <inheritdoc />
    public override string ToString() => IsEmpty ? "nobody" : string.Join(", ", _people.Select(p => p.DisplayName));

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    // Answers with one source need no new set; both are in order, so that one pass joins them.
    internal OnCallPeople With(OnCallPeople others)
    {
        if (others.IsEmpty || ReferenceEquals(this, others))
            return this;
        if (IsEmpty)
            return others;
        if (others.Count == 1 && Contains(others[0]))
            return this;
        var joined = new Responder[Count + others.Count];
        var (mine, theirs, count) = (0, 0, 0);
        while (mine < Count || theirs < others.Count)
        {
            var order = mine == Count ? 1
                : theirs == others.Count ? -1
                : string.CompareOrdinal(_people[mine].Id, others._people[theirs].Id);
            joined[count++] = order <= 0 ? _people[mine] : others._people[theirs];
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }

        return count == Count ? this : count == others.Count ? others : new OnCallPeople(count == joined.Length ? joined : joined[..count]);
    }
}
