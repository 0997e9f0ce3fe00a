using Scriban.Runtime;

namespace IncidentKit.Templates;

/// <summary>Filled by hand so that nothing is looked up by reflection. A blank text counts as absent.</summary>
internal sealed class WordingValues
{
    private const StringSplitOptions EachLine = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly char[] LineBreaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];

    public ScriptObject Values { get; } = [];

    public WordingValues Text(string name, string? value)
    {
        Values.SetValue(name, string.IsNullOrWhiteSpace(value) ? null : ValueTokens.Disarm(value), readOnly: false);
        return this;
    }

    /// <summary>Line breaks become spaces.</summary>
    public WordingValues Line(string name, string? value) =>
        Text(name, value is null ? null : string.Join(' ', value.Split(LineBreaks, EachLine)));

    public WordingValues List(string name, IEnumerable<WordingValues> items)
    {
        Values.SetValue(name, new ScriptArray(items.Select(item => item.Values)), readOnly: false);
        return this;
    }
}
