using System.Buffers;
using Scriban.Runtime;

namespace IncidentKit.Templates;

/// <summary>What a wording may print, filled by hand so that nothing is looked up by reflection. A blank text counts as absent.</summary>
/// <remarks>Not thread-safe: one per rendering.</remarks>
internal sealed class WordingValues
{
    private static readonly char[] LineBreaks = ['\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029'];
    private static readonly SearchValues<char> AnyLineBreak = SearchValues.Create(LineBreaks);

    public ScriptObject Values { get; } = [];

    /// <summary>Sets a text that may have several lines.</summary>
    public WordingValues Text(string name, string? value)
    {
        Values.SetValue(name, string.IsNullOrWhiteSpace(value) ? null : ValueTokens.Disarm(value), readOnly: false);
        return this;
    }

    /// <summary>Sets a text of one line: line breaks become spaces.</summary>
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
