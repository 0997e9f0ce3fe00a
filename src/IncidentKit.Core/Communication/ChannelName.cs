using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>Makes names of incident channels (P18).</summary>
/// <remarks>Thread-safe.</remarks>
public static class ChannelName
{
    /// <summary>The longest name that the chat systems take.</summary>
    public const int MaxLength = 80;

    /// <summary>A name such as <c>inc-2025-10-13-payment-failure</c>.</summary>
    /// <param name="declared">When the incident was declared; its date in UTC is used.</param>
    /// <param name="title">The title, in any script.</param>
    /// <param name="taken">Names that are taken already; a numbered suffix keeps clear of them.</param>
    /// <returns>Lower case letters, digits and hyphens, at most <see cref="MaxLength"/> characters, cut between words where that can be helped.</returns>
    public static string For(DateTimeOffset declared, string title, IEnumerable<string>? taken = null)
    {
        ArgumentNullException.ThrowIfNull(title);
        var prefix = "inc-" + declared.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var slug = Slug(title);
        var used = new HashSet<string>(taken ?? [], StringComparer.OrdinalIgnoreCase);
        for (var n = 1; ; n++)
        {
            var suffix = n == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{n}");
            var cut = Cut(slug, MaxLength - prefix.Length - suffix.Length - 1);
            var name = prefix + (cut.Length > 0 ? "-" + cut : "") + suffix;
            if (!used.Contains(name))
                return name;
        }
    }

    private static string Slug(string title)
    {
        var slug = new StringBuilder();
        foreach (var rune in WellFormed(title).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.IsAscii && Rune.IsLetterOrDigit(lower))
                slug.Append((char)lower.Value);
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && rune.Value != '\'' && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.ToString().Trim('-');
    }

    // An unpaired surrogate cannot be normalised.
    private static string WellFormed(string title) => string.Concat(title.EnumerateRunes());

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
