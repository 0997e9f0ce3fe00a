using System.Text;

namespace IncidentKit.Templates;

/// <summary>Escapes only what CommonMark or GitHub would take for syntax in that place, so that ordinary prose stays as it is.</summary>
internal static class MarkdownText
{
    private static readonly string[] SchemesWithoutSlashes = ["mailto", "tel", "xmpp"];

    /// <summary>Appends a text: of a value mentions are broken as well, and on one line line breaks become spaces.</summary>
    public static void Append(StringBuilder markdown, string text, bool isValue, bool isOneLine)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var c = text[at];
            if (c == '\n')
            {
                markdown.Append(isOneLine ? " " : "\\\n");
                continue;
            }

            // Spaces that lead a line mean code or nothing.
            if (c == ' ' && AtLineStart(markdown))
                continue;
            if (isValue && ChatText.NeedsBreaker(markdown, text, at, breakEveryAt: true))
                markdown.Append(ChatText.Breaker);
            if (NeedsEscape(markdown, text, at))
                markdown.Append('\\');
            markdown.Append(c);
        }
    }

    private static bool NeedsEscape(StringBuilder before, string text, int at)
    {
        var next = at + 1 < text.Length ? text[at + 1] : '\0';
        return text[at] switch
        {
            '\\' or '`' or '*' or '[' or ']' or '<' or '~' or '|' or '{' or '$' => true,
            '_' => !(IsLetterOrDigit(before) && char.IsLetterOrDigit(next)),
            '&' => char.IsAsciiLetterOrDigit(next) || next is '#' or '\0',
            '#' => before.Length == 0 || before[^1] is '\n' or ' ' or '#',
            '>' or '-' or '+' or '=' => AtLineStart(before),
            ':' => next is '/' || AtLineStart(before) || SchemesWithoutSlashes.Any(scheme => EndsWith(before, scheme)),
            '/' => at == 0 && EndsWith(before, ":"),
            '.' => EndsWith(before, "www") || IsListNumber(before),
            ')' => IsListNumber(before),
            _ => false,
        };
    }

    public static bool AtLineStart(StringBuilder markdown) => markdown.Length == 0 || markdown[^1] == '\n';

    private static bool IsLetterOrDigit(StringBuilder before) => before.Length > 0 && char.IsLetterOrDigit(before[^1]);

    private static bool IsListNumber(StringBuilder before)
    {
        var at = before.Length;
        while (at > 0 && char.IsAsciiDigit(before[at - 1]))
            at--;
        return at < before.Length && (at == 0 || before[at - 1] == '\n');
    }

    private static bool EndsWith(StringBuilder before, string word) =>
        before.Length >= word.Length
        && before.ToString(before.Length - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
