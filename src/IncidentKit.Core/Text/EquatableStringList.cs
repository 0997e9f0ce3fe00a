using System.Collections;
using System.Runtime.CompilerServices;

namespace IncidentKit;

/// <summary>A list of texts that equals another with the same texts in the same order, so that records may hold it.</summary>
/// <remarks>Texts are compared ordinally. Immutable and thread-safe.</remarks>
[CollectionBuilder(typeof(EquatableStringList), nameof(Create))]
internal sealed class EquatableStringList : IReadOnlyList<string>, IEquatable<EquatableStringList>
{
    private readonly string[] _texts;

    private EquatableStringList(string[] texts) => _texts = texts;

    /// <summary>The list without texts.</summary>
    public static EquatableStringList Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _texts.Length;

    /// <inheritdoc />
    public string this[int index] => _texts[index];

    /// <summary>A list of <paramref name="texts"/>.</summary>
    public static EquatableStringList Create(ReadOnlySpan<string> texts) => texts.IsEmpty ? Empty : new(texts.ToArray());

    /// <summary>The same texts as a list that compares them; null for null.</summary>
    public static EquatableStringList? From(IReadOnlyList<string>? texts) =>
        texts is null ? null : texts as EquatableStringList ?? Create([.. texts]);

    /// <inheritdoc />
    public bool Equals(EquatableStringList? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EquatableStringList);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var text in _texts)
            hash.Add(text, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    public override string ToString() => string.Join(", ", _texts);

    /// <inheritdoc />
    public IEnumerator<string> GetEnumerator() => _texts.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
