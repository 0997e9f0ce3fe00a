using System.Collections;

namespace IncidentKit;

/// <summary>An append-only list whose versions share their items, so that appending n items one by one stays linear.</summary>
/// <remarks>
/// The newest version appends in place; appending to an older one copies. A version sees its own items only, so versions are
/// immutable and thread-safe.
/// </remarks>
internal sealed class SharedList<T> : IReadOnlyList<T>
{
    private readonly Buffer _buffer;

    private SharedList(Buffer buffer, int count) => (_buffer, Count) = (buffer, count);

    public static SharedList<T> Empty { get; } = new(new Buffer([]), 0);

    public int Count { get; }

    public ReadOnlySpan<T> Span => _buffer.Items.AsSpan(0, Count);

    public T this[int index] => (uint)index < (uint)Count ? _buffer.Items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    /// <summary>Whether both keep their items in one place, so that nothing was copied between them.</summary>
    public bool SharesWith(SharedList<T> other) => _buffer == other._buffer;

    public SharedList<T> Add(T item)
    {
        var buffer = _buffer;
        if (Count == buffer.Items.Length || Interlocked.CompareExchange(ref buffer.Used, Count + 1, Count) != Count)
        {
            var items = new T[Math.Max(4, Count * 2)];
            Span.CopyTo(items);
            buffer = new Buffer(items) { Used = Count + 1 };
        }

        buffer.Items[Count] = item;
        return new(buffer, Count + 1);
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return _buffer.Items[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Buffer(T[] items)
    {
        public readonly T[] Items = items;
        public int Used;
    }
}
