using System.Collections;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace IncidentKit;

/// <summary>A list of texts that equals another with the same texts in the same order, so that records may hold it.</summary>
/// <remarks>Texts are compared ordinally. Immutable and thread-safe.</remarks>
[JsonConverter(typeof(TextListJsonConverter))]
[CollectionBuilder(typeof(TextList), nameof(Create))]
public sealed class TextList : IReadOnlyList<string>, IEquatable<TextList>
{
    private readonly string[] _texts;

    private TextList(string[] texts) => _texts = texts;

    /// <summary>The list without texts.</summary>
    public static TextList Empty { get; } = new([]);

    /// <inheritdoc />
    public int Count => _texts.Length;

    /// <inheritdoc />
    public string this[int index] => _texts[index];

    /// <summary>A list of <paramref name="texts"/>.</summary>
    public static TextList Create(ReadOnlySpan<string> texts) => texts.IsEmpty ? Empty : new(texts.ToArray());

    /// <inheritdoc />
    public bool Equals(TextList? other) => other is not null && _texts.AsSpan().SequenceEqual(other._texts);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as TextList);

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
