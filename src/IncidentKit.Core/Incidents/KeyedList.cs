using System.Collections;
using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>Items in the order in which they came, each found by its keys without a search.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class KeyedList<TKey, T> : IReadOnlyList<T>
    where TKey : notnull
{
    private readonly ImmutableList<T> _items;
    private readonly ImmutableDictionary<TKey, int> _places;

    private KeyedList(ImmutableList<T> items, ImmutableDictionary<TKey, int> places) => (_items, _places) = (items, places);

    public static KeyedList<TKey, T> Empty { get; } = new([], ImmutableDictionary<TKey, int>.Empty);

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    /// <summary>The place of the item with a key; null where there is none.</summary>
    public int? PlaceOf(TKey key) => _places.TryGetValue(key, out var place) ? place : null;

    /// <summary>With an item at a place, or at the end where that is null. Keys that lead to an item already go on leading to it.</summary>
    public KeyedList<TKey, T> With(int? place, T item, params ReadOnlySpan<TKey> keys)
    {
        var (at, places) = (place ?? Count, _places);
        foreach (var key in keys)
            places = places.ContainsKey(key) ? places : places.Add(key, at);
        return new(place is null ? _items.Add(item) : _items.SetItem(at, item), places);
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
