using System.Buffers;
using Scriban.Runtime;

namespace IncidentKit.Templates;

/// <summary>Filled by hand so that nothing is looked up by reflection. A blank text counts as absent.</summary>
internal sealed class WordingValues
{
    private static readonly char[] LineBreaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
    private static readonly SearchValues<char> AnyLineBreak = SearchValues.Create(LineBreaks);

    public ScriptObject Values { get; } = [];

    public WordingValues Text(string name, string? value)
    {
        Values.SetValue(name, string.IsNullOrWhiteSpace(value) ? null : ValueTokens.Disarm(value), readOnly: false);
        return this;
    }

    /// <summary>Line breaks become spaces.</summary>
    public WordingValues Line(string name, string? value) => Text(name, value is null ? null : ToLine(value));

    public WordingValues List(string name, IEnumerable<WordingValues> items)
    {
        Values.SetValue(name, new ScriptArray(items.Select(item => item.Values)), readOnly: false);
        return this;
    }

    private static string ToLine(string value) =>
        value.AsSpan().ContainsAny(AnyLineBreak)
            ? string.Join(' ', value.Split(LineBreaks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            : value;
}
