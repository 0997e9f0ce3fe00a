using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>Text of a document as part of one line for people: nothing in it breaks the line, steers a terminal or hides, and long values are cut.</summary>
internal static class FaultLine
{
    private const int MostOfAValue = 60;

    /// <summary>The text with every character that draws nothing, or breaks the line, shown as U+FFFD.</summary>
    public static string Of(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            line.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        return line.ToString();
    }

    /// <summary>The same, with each quoted value cut where it is long.</summary>
    public static string OfReason(string reason)
    {
        var parts = Of(reason).Split('"');
        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = Short(parts[i]);
        return string.Join('"', parts);
    }

    /// <summary>The beginning of a long value; never half a character.</summary>
    public static string Short(string text)
    {
        if (text.Length <= MostOfAValue)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[MostOfAValue - 1]) ? MostOfAValue - 1 : MostOfAValue), "…");
    }

    // The joiner holds together emoji and spells in several scripts.
    private static bool IsShown(Rune rune) => rune.Value is 0x200D or 0x200C || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
