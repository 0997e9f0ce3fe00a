using System.Collections.Frozen;

namespace IncidentKit.Templates;

/// <summary>The names that a wording may print: texts that are always there, texts that may be absent, and lists of such.</summary>
internal sealed class WordingShape(string[] always, string[] maybe, params (string Name, WordingShape Item)[] lists)
{
    public FrozenSet<string> Always { get; } = [.. always];

    public FrozenSet<string> Maybe { get; } = [.. maybe];

    public FrozenDictionary<string, WordingShape> Lists { get; } = lists.ToFrozenDictionary(list => list.Name, list => list.Item);

    public IEnumerable<string> Names => Always.Concat(Maybe).Concat(Lists.Keys).Order(StringComparer.Ordinal);

    public bool Knows(string name) => Always.Contains(name) || Maybe.Contains(name) || Lists.ContainsKey(name);

    /// <summary>All values, or only those that are always there.</summary>
    public WordingValues Sample(bool full)
    {
        var values = new WordingValues();
        foreach (var name in Always)
            values.Text(name, $"a value of {name}");
        foreach (var name in Maybe)
            values.Text(name, full ? $"a value of {name}" : null);
        foreach (var (name, item) in Lists)
            values.List(name, full ? [item.Sample(true), item.Sample(false)] : []);
        return values;
    }
}
