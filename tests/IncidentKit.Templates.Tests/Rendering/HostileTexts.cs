using FsCheck;
using FsCheck.Fluent;

namespace IncidentKit.Templates.Tests;

/// <summary>Generates texts of all that some reader obeys.</summary>
public static class HostileTexts
{
    private static readonly string[] Pieces =
    [
        // words and scripts
        "a", "payments", "Zürich", "支払い", "🔥", "👩‍💻", "می‌خواهم", "नमस्ते", "5", "1.", "2)", "100%", "C#", "x_y_z", "e.g.",
        // space and line breaks
        " ", "  ", "    ", "\t", "\n", "\r", "\r\n", "\n\n", "\u0085", "\u2028", "\v", "\u00A0",
        // what hides or commands
        "\0", "\u0007", "\u001b[2J", "\u007F", "\u009B", "\u200B", "\u200C", "\u200D", "\u2060", "\u202E", "\u2066",
        "\u2069", "\uFEFF", "\u00AD", "\uD800", "\uDC00", "\uFFFE", "\uFFFF", "\uDB40\uDC41", "\u115F", "\u3164",
        // tokens
        "\uEEF0", "\uEEF1", "\uEEF2", "\uEEFB", "\uEEF0\uEEF2\uEEF1", "\uE000", "\uF8FF",
        // HTML
        "<b>", "</p>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&", "&amp;",
        "&#x3c;", "<!--", "-->", "\"", "'", "<a href=\"https://evil.example\">x</a>", "]]>",
        // Markdown
        "*", "**", "_", "__", "`", "```", "~~", "~~~", "#", "# ", "## x", "> ", "- ", "+ ", "* ", "---", "***", "===", "|", "| a |",
        "|---|", "\\", "[x](https://evil.example)", "![x](https://evil.example/p.png)", "[", "](", ")", "[x]: https://evil.example",
        "[^1]", "[x] ", "https://evil.example", "www.evil.example", "<https://evil.example>", "mailto:x@evil.example",
        "x@evil.example", "ftp://evil.example", "$x$", "$$", "{.cls}", "!", ":", "//", "=", "<", ">",
        // Liquid
        "{{ service }}", "{% if x %}", "{%", "}}", "{{", "{% raw %}", "{{ 'x' | append: 'y' }}", "%EE%BB%B0",
        // chat
        "@channel", "@here", "@everyone", "@", "<!here>", "<!channel>", "<@U123>",
        "<#C123>", "<https://evil.example|x>", "<at>all</at>", "here", "!here>", "@@here",
    ];

    public static Arbitrary<HostileText> Arbitrary() => Arb.From(
        Gen.Frequency(
            (6, Gen.ListOf(Gen.Frequency((8, Gen.Elements(Pieces)), (1, Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()))))
                .Select(string.Concat)),
            (1, ArbMap.Default.GeneratorFor<string>().Select(text => text ?? "")))
            .Select(text => new HostileText(text)),
        text => Enumerable.Range(0, Math.Min(text.Value.Length, 40)).Select(at => new HostileText(text.Value.Remove(at, 1))));
}
