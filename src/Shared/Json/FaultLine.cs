using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>Text of a document as part of one line for people: nothing in it breaks the line, steers a terminal or hides.</summary>
internal static class FaultLine
{
    private const int MostOfAValue = 60;
    private const int MostOfAMessage = 200;

    /// <summary>Shows every character that draws nothing, or breaks the line, as U+FFFD.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
            return text;
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            line.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        return line.ToString();
    }

    /// <summary>Cuts each quoted value where it is long.</summary>
    public static string OfReason(string reason)
    {
        var parts = Of(reason).Split('"');
        for (var i = 1; i < parts.Length; i += 2)
            parts[i] = Short(parts[i]);
        return string.Join('"', parts);
    }

    /// <summary>Never cuts half a character.</summary>
    public static string Short(string text) => Cut(text, MostOfAValue);

    /// <summary>At most 200 characters.</summary>
    public static string OfMessage(string message) => Of(message.Length <= MostOfAMessage ? message : Cut(message, MostOfAMessage - 1));

    private static string Cut(string text, int at) =>
        text.Length <= at ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[at - 1]) ? at - 1 : at), "…");

    // The joiner holds together emoji and spells in several scripts.
    private static bool IsShown(Rune rune) => rune.Value is 0x200D or 0x200C || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
