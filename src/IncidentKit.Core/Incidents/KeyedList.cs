using System.Collections;
using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>Items in the order in which they came, each found by its keys without a search.</summary>
/// <remarks>Changed in place until it is frozen, then copied where it is changed again. Frozen, it is thread-safe.</remarks>
internal sealed class KeyedList<TKey, T> : IReadOnlyList<T>
    where TKey : notnull
{
    private ImmutableList<T> _items = [];
    private ImmutableDictionary<TKey, int> _places = ImmutableDictionary<TKey, int>.Empty;
    private (ImmutableList<T>.Builder Items, ImmutableDictionary<TKey, int>.Builder Places)? _open;

    public static KeyedList<TKey, T> Empty { get; } = new();

    public int Count => _open?.Items.Count ?? _items.Count;

    public T this[int index] => _open is var (items, _) ? items[index] : _items[index];

    /// <summary>The place of the item with a key; null where there is none.</summary>
    public int? PlaceOf(TKey key) =>
        (_open is var (_, places) ? places.TryGetValue(key, out var place) : _places.TryGetValue(key, out place)) ? place : null;

    /// <summary>With an item at a place, or at the end where that is null. Keys that lead to an item already go on leading to it.</summary>
    public KeyedList<TKey, T> With(int? place, T item, params ReadOnlySpan<TKey> keys)
    {
        if (_open is not var (items, places))
            return new KeyedList<TKey, T> { _open = (_items.ToBuilder(), _places.ToBuilder()) }.With(place, item, keys);
        foreach (var key in keys)
            places.TryAdd(key, place ?? items.Count);
        if (place is { } at)
            items[at] = item;
        else
            items.Add(item);
        return this;
    }

    /// <summary>Ends the changes in place.</summary>
    public void Freeze()
    {
        if (_open is not var (items, places))
            return;
        _items = items.ToImmutable();
        _places = places.ToImmutable();
        _open = null;
    }

    public IEnumerator<T> GetEnumerator() => (_open?.Items.ToImmutable() ?? _items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
