using System.Collections;

namespace IncidentKit;

/// <summary>Facts of one kind at known times, in order of time.</summary>
/// <remarks>Immutable once the facts of an incident are read, and thread-safe.</remarks>
/// <typeparam name="T">The type of the facts.</typeparam>
public sealed class OccurrenceList<T> : IReadOnlyList<Occurrence<T>>
{
    private readonly List<Occurrence<T>> _inOrder = [];

    internal OccurrenceList()
    {
    }

    /// <inheritdoc />
    public int Count => _inOrder.Count;

    /// <inheritdoc />
    public Occurrence<T> this[int index] => _inOrder[index];

    /// <summary>How many lie at <paramref name="at"/> or before: the index of the first that lies after it.</summary>
    public int CountUntil(DateTimeOffset at) => _inOrder.CountUntil(at);

    /// <inheritdoc />
    public IEnumerator<Occurrence<T>> GetEnumerator() => _inOrder.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Add(DateTimeOffset at, T fact) => _inOrder.Add(new(at, fact));

    internal void Sort(Comparison<Occurrence<T>> comparison) => _inOrder.Sort(comparison);
}
