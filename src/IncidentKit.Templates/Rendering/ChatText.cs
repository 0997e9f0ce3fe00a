using System.Text;

namespace IncidentKit.Templates;

/// <summary>Keeps chats from taking a word of a value for a mention, a command or a link.</summary>
internal static class ChatText
{
    // Invisible, and of no width: the reader sees the value as it was, the chat does not see its own syntax.
    public const char Breaker = '\u2060';

    private static readonly string[] Groups = ["channel", "everyone", "here", "all", "team", "group"];

    public static bool NeedsBreaker(StringBuilder before, string value, int at, bool breakEveryAt)
    {
        if (before.Length == 0)
            return false;
        var c = value[at];
        return before[^1] switch
        {
            '@' => IsWordCharacter(c) && (breakEveryAt
                || before.Length == 1
                || !(char.IsLetterOrDigit(before[^2]) || before[^2] == '_')
                || Groups.Any(group => string.Compare(value, at, group, 0, group.Length, StringComparison.OrdinalIgnoreCase) == 0)),
            '<' => c is '!' or '@' or '#' or '/' || char.IsLetter(c),
            _ => false,
        };
    }

    private static bool IsWordCharacter(char c) => char.IsLetter(c) || char.IsNumber(c) || char.IsSurrogate(c) || c == '_';
}
