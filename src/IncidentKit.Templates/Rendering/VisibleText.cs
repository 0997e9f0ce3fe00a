using System.Globalization;
using System.Text;

namespace IncidentKit.Templates;

/// <summary>Shows by its code point what would hide, or steer a terminal, a reader or the direction of writing.</summary>
internal static class VisibleText
{
    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';
    private const char EmojiStyle = '\uFE0F';

    public static string Of(string text)
    {
        var at = text.AsSpan().IndexOfAnyExceptInRange(' ', '~');
        if (at < 0)
            return text;
        var shown = new StringBuilder(text, 0, at, text.Length + 32);
        for (; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                continue;
            if (IsLineBreak(c))
                shown.Append('\n');
            else if (c == '\t')
                shown.Append(' ');
            else if (char.IsSurrogate(c))
                at += AppendSurrogate(shown, text, at);
            else if (IsHidden(c) && !Joins(text, at))
                shown.Append(CodePoint(c));
            else
                shown.Append(c);
        }

        return shown.ToString();
    }

    public static string OneLine(string text) => text.Replace('\n', ' ');

    /// <summary>A character by its code point, such as <c>‹U+202E›</c>.</summary>
    public static string CodePoint(int value) => $"‹U+{value:X4}›";

    public static bool IsLineBreak(char c) => c is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    // Control and format characters, and those that are letters or spaces by category but draw nothing.
    private static bool IsHidden(char c) => c switch
    {
        < '\u00AD' => char.IsControl(c),
        '\u034F' or '\u115F' or '\u1160' or '\u17B4' or '\u17B5' or '\u2800' or '\u3164' or '\uFFA0' or '\uFFFE' or '\uFFFF' => true,
        >= '\u180B' and <= '\u180F' => true,
        >= '\uFDD0' and <= '\uFDEF' => true,
        _ => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format,
    };

    private static int AppendSurrogate(StringBuilder shown, string text, int at)
    {
        if (!Rune.TryGetRuneAt(text, at, out var rune))
        {
            shown.Append(CodePoint(text[at]));
            return 0;
        }

        var isHidden = rune.Value is >= 0xE0000 and <= 0xE0FFF
            || (rune.Value & 0xFFFE) == 0xFFFE
            || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format;
        _ = isHidden ? shown.Append(CodePoint(rune.Value)) : shown.Append(text, at, 2);
        return 1;
    }

    // Persian and the scripts of India spell with joiners, and families of emoji are held together by them: there they are no trick.
    private static bool Joins(string text, int at)
    {
        if (text[at] is not (ZeroWidthJoiner or ZeroWidthNonJoiner) || at == 0 || at + 1 >= text.Length)
            return false;
        var (before, after) = (text[at - 1], text[at + 1]);
        if (text[at] == ZeroWidthJoiner && IsEmoji(after) && (before == EmojiStyle || IsEmoji(before)))
            return true;
        return CharUnicodeInfo.GetUnicodeCategory(before) is UnicodeCategory.OtherLetter
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            && before >= '\u0600' && CharUnicodeInfo.GetUnicodeCategory(after) == UnicodeCategory.OtherLetter;
    }

    // Most emoji lie beyond the first plane; the signs of joined ones (♀, ♂, ❤, ➡, ⚕) between U+2600 and U+27BF.
    private static bool IsEmoji(char c) => c is >= '\uD83C' and <= '\uD83E' or >= '\uDC00' and <= '\uDFFF' or >= '\u2600' and <= '\u27BF';
}
