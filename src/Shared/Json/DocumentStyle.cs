using System.Globalization;

namespace IncidentKit;

/// <summary>How a document names its places and compares its words: as JSON, or as configuration, where every value is a text.</summary>
internal sealed record DocumentStyle(string Separator, string BeforeIndex, string AfterIndex, StringComparison Words, bool HasTextsOnly)
{
    public static DocumentStyle Json { get; } = new(".", "[", "]", StringComparison.Ordinal, HasTextsOnly: false);

    public static DocumentStyle Configuration { get; } = new(":", ":", "", StringComparison.OrdinalIgnoreCase, HasTextsOnly: true);

    public string Item(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}{BeforeIndex}{index}{AfterIndex}");

    public string Place(string place) => place.Replace("[", BeforeIndex, StringComparison.Ordinal)
        .Replace("]", AfterIndex, StringComparison.Ordinal)
        .Replace(".", Separator, StringComparison.Ordinal);
}
