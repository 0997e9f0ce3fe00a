using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>A text that a person typed into a command, with its limits.</summary>
internal readonly record struct TextField(string Field, string? Value, int Limit, bool Required, bool SingleLine)
{
    public const int Line = 200;
    public const int Page = 65_536;

    /// <summary>A line that is needed.</summary>
    public static TextField Word(string field, string? value) => new(field, value ?? "", Line, true, true);

    /// <summary>A line that may be left out.</summary>
    public static TextField OptionalWord(string field, string? value) => new(field, value, Line, false, true);

    /// <summary>A text that is needed.</summary>
    public static TextField Text(string field, string? value) => new(field, value ?? "", Page, true, false);

    /// <summary>A text that may be left out.</summary>
    public static TextField OptionalText(string field, string? value) => new(field, value, Page, false, false);

    /// <summary>Whether it is needed and shows nothing: blanks, control characters and marks without a shape.</summary>
    public bool IsMissing => Required && (Value is null || Value.EnumerateRunes().All(IsInvisible));

    public bool IsTooLong => Value?.Length > Limit;

    /// <summary>The message for a text that is too long.</summary>
    public string TooLong => Invariant($"{Field} has {Value!.Length:N0} characters; {Limit:N0} are allowed.");

    /// <summary>The message for a text with a bad character; null if there is none.</summary>
    public string? BadCharacter => FirstBadCharacter() is >= 0 and var at
        ? Invariant($"{Field} holds the character U+{(int)Value![at]:X4} at position {at + 1}.")
        : null;

    /// <summary>Where the first character stands that no store keeps or, in a line, no screen shows; -1 where there is none.</summary>
    public int FirstBadCharacter()
    {
        for (var i = 0; i < Value?.Length; i++)
        {
            var c = Value[i];
            if (char.IsHighSurrogate(c) && i + 1 < Value.Length && char.IsLowSurrogate(Value[i + 1]))
                i++;
            else if (c == 0 || char.IsSurrogate(c) || (SingleLine && IsOfNoLine(c)))
                return i;
        }

        return -1;
    }

    private static bool IsOfNoLine(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format;
}
