using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>Makes names of incident channels (P18).</summary>
/// <remarks>Thread-safe.</remarks>
public static class ChannelName
{
    // The letters U+00C0 to U+017F without their marks. Normalisation would do the same, but only where the host carries
    // the tables of the world's languages; a channel must have the same name everywhere.
    private const string BareLatin =
        "aaaaaaaceeeeiiiidnooooo-ouuuuytsaaaaaaaceeeeiiiidnooooo-ouuuuyty"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
        + "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    /// <summary>The longest name that the chat systems take.</summary>
    public const int MaxLength = 80;

    /// <summary>A name such as <c>inc-2025-10-13-payment-failure</c>.</summary>
    /// <param name="declared">When the incident was declared; its date in UTC is used.</param>
    /// <param name="title">The title, in any script.</param>
    /// <param name="taken">Names that are taken already; a numbered suffix keeps clear of them.</param>
    /// <returns>
    /// Lower case letters, digits and hyphens, at most <see cref="MaxLength"/> characters, cut between words
    /// where that can be helped.
    /// </returns>
    public static string For(DateTimeOffset declared, string title, IEnumerable<string>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var prefix = "inc-" + declared.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var slug = Slug(title);
        var used = new HashSet<string>(taken ?? [], StringComparer.OrdinalIgnoreCase);
        for (var n = 1; ; n++)
        {
            var suffix = n == 1 ? "" : Invariant($"-{n}");
            var cut = Cut(slug, MaxLength - prefix.Length - suffix.Length - 1);
            var name = prefix + (cut.Length > 0 ? "-" + cut : "") + suffix;
            if (!used.Contains(name))
                return name;
        }
    }

    /// <summary>
    /// Whether the chat systems take <paramref name="name"/>: lower case letters, digits and hyphens, 1 to
    /// <see cref="MaxLength"/> of them.
    /// </summary>
    public static bool IsLegal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length is > 0 and <= MaxLength && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
    }

    /// <summary>The name without the sign that people write before the name of a channel.</summary>
    internal static string Bare(string name) => name.StartsWith('#') ? name[1..] : name;

    /// <summary>A legal name that is close to <paramref name="name"/>; empty where there is none.</summary>
    internal static string LegalFormOf(string name) => Cut(Slug(name), MaxLength);

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in title.EnumerateRunes())
        {
            var bare = rune.Value is >= 0xC0 and < 0x180 ? BareLatin[rune.Value - 0xC0]
                : rune.IsAscii ? char.ToLowerInvariant((char)rune.Value)
                : '-';
            if (char.IsAsciiLetterOrDigit(bare))
                slug.Append(bare);
            else if (!IsPartOfWord(rune) && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    private static bool IsPartOfWord(Rune rune) =>
        rune.Value is '\'' or '\u2019' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string Cut(string slug, int length)
    {
        if (slug.Length <= length)
            return slug;
        var cut = slug[..length];
        if (slug[length] != '-' && cut.LastIndexOf('-') is > 0 and var word)
            cut = cut[..word];
        return cut.TrimEnd('-');
    }
}
