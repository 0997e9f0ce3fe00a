using System.Globalization;

namespace IncidentKit.Templates;

/// <summary>Stands for each value that a wording printed by a token that no reader of Markdown takes for syntax.</summary>
internal sealed class ValueTokens
{
    // Twelve private-use characters that the common icon fonts leave alone: start, end, and the ten digits.
    private const char Start = '\uEEF0';
    private const char End = '\uEEF1';
    private const char Zero = '\uEEF2';
    private const char Nine = '\uEEFB';

    private readonly List<string> _values = [];

    public static bool AreIn(ReadOnlySpan<char> text) => text.ContainsAnyInRange(Start, Nine);

    /// <summary>Shows the characters of tokens by their code points, so that no value can forge a token.</summary>
    public static string Disarm(string text) =>
        AreIn(text) ? string.Concat(text.Select(c => c is >= Start and <= Nine ? VisibleText.CodePoint(c) : c.ToString())) : text;

    public string Add(string value)
    {
        _values.Add(VisibleText.Of(AreIn(value) ? Resolve(value) : value).Trim());
        var digits = (_values.Count - 1).ToString(CultureInfo.InvariantCulture).Select(digit => (char)(Zero + (digit - '0')));
        return new string([Start, .. digits, End]);
    }

    /// <summary>The pieces of a text in order. A torn token is dropped.</summary>
    public IEnumerable<(string Text, bool IsValue)> Split(string text)
    {
        if (!AreIn(text))
        {
            yield return (text, false);
            yield break;
        }

        var from = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is < Start or > Nine)
                continue;
            if (at > from)
                yield return (text[from..at], false);
            if (TryRead(text, at, out var end, out var value))
            {
                yield return (value, true);
                at = end;
            }

            from = at + 1;
        }

        if (from < text.Length)
            yield return (text[from..], false);
    }

    public string Resolve(string text) => AreIn(text) ? string.Concat(Split(text).Select(piece => piece.Text)) : text;

    private bool TryRead(string text, int at, out int end, out string value)
    {
        (end, value) = (at, "");
        if (text[at] != Start)
            return false;
        var index = 0;
        for (end = at + 1; end < text.Length && text[end] is >= Zero and <= Nine && index < _values.Count; end++)
            index = (index * 10) + (text[end] - Zero);
        if (end == at + 1 || end >= text.Length || text[end] != End || index >= _values.Count)
        {
            end = at;
            return false;
        }

        value = _values[index];
        return true;
    }
}
