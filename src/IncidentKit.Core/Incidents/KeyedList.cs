using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>Items in the order in which they came, each found by its keys.</summary>
/// <remarks>
/// Immutable and thread-safe. Versions share their items and their index, as those of <see cref="SharedList{T}"/> do: an entry of the
/// index that leads past the end belongs to a later version.
/// </remarks>
internal sealed class KeyedList<TKey, T> : IReadOnlyList<T>
    where TKey : notnull
{
    private readonly SharedList<T> _items;
    private readonly ConcurrentDictionary<TKey, int> _places;
    private readonly ImmutableDictionary<int, T> _changed;

    private KeyedList(SharedList<T> items, ConcurrentDictionary<TKey, int> places, ImmutableDictionary<int, T> changed) =>
        (_items, _places, _changed) = (items, places, changed);

    public static KeyedList<TKey, T> Empty { get; } = new(SharedList<T>.Empty, [], ImmutableDictionary<int, T>.Empty);

    public int Count => _items.Count;

    public T this[int index] => _changed.TryGetValue(index, out var changed) ? changed : _items[index];

    /// <summary>The index of the item with a key; null where there is none.</summary>
    public int? IndexOf(TKey key) => _places.TryGetValue(key, out var place) && place < Count ? place : null;

    /// <summary>With another item at a place; the keys still lead there.</summary>
    public KeyedList<TKey, T> SetItem(int place, T item) => new(_items, _places, _changed.SetItem(place, item));

    /// <summary>With one more item. A key that leads to an earlier item goes on leading to it.</summary>
    public KeyedList<TKey, T> Add(T item, params ReadOnlySpan<TKey> keys)
    {
        var items = _items.Add(item);
        var places = items.SharesWith(_items) ? _places : new(_places.Where(entry => entry.Value < Count));
        foreach (var key in keys)
            places.TryAdd(key, Count);
        return new(items, places, _changed);
    }

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, Count).Select(place => this[place]).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
