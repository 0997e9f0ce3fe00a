using System.Globalization;
using System.Text;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>
/// Makes text safe for a terminal, which obeys control characters: what a person typed is shown, never obeyed, and nothing in it
/// hides or turns the line around.
/// </summary>
internal static class PlainText
{
    /// <summary>The text with its line breaks; whatever else steers is shown as U+FFFD.</summary>
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            plain.Append(IsShown(rune) ? rune.ToString() : "\uFFFD");
        return plain.ToString();
    }

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Of(text).Replace('\n', '\uFFFD');

    // The joiners spell in several scripts and hold emoji together.
    private static bool IsShown(Rune rune) => rune.Value is '\n' or 0x200C or 0x200D || Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate);
}
