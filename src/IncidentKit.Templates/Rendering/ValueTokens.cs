using System.Globalization;

using System.Text.RegularExpressions;

namespace IncidentKit.Templates;

/// <summary>Stands for each value that a wording printed by a token that no reader of Markdown takes for syntax.</summary>
internal sealed partial class ValueTokens
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
        var from = 0;
        foreach (Match mark in Marks.Matches(text))
        {
            if (mark.Index > from)
                yield return (text[from..mark.Index], false);
            if (ValueOf(mark.Groups[1].Value) is { } value)
                yield return (value, true);
            from = mark.Index + mark.Length;
        }

        if (from < text.Length)
            yield return (text[from..], false);
    }

    public string Resolve(string text) => AreIn(text) ? string.Concat(Split(text).Select(piece => piece.Text)) : text;

    private string? ValueOf(string token)
    {
        var digits = string.Concat(token.Select(digit => digit - Zero));
        return int.TryParse(digits, CultureInfo.InvariantCulture, out var index) && index < _values.Count ? _values[index] : null;
    }

    // A token, or a character of a torn one.
    [GeneratedRegex("\uEEF0([\uEEF2-\uEEFB]+)\uEEF1|[\uEEF0-\uEEFB]")]
    private static partial Regex Marks { get; }
}
