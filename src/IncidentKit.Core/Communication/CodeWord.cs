namespace IncidentKit;

/// <summary>Makes the neutral words by which outsiders know a restricted incident (P62).</summary>
/// <remarks>Thread-safe.</remarks>
internal static class CodeWord
{
    private static readonly string[] First =
    [
        "amber", "azure", "birch", "brass", "cedar", "chalk", "cloud", "coral",
        "ember", "fern", "flint", "frost", "grove", "hazel", "heath", "ivory",
        "jade", "lilac", "linen", "maple", "marsh", "mint", "mossy", "ochre",
        "olive", "opal", "pearl", "pine", "quartz", "reed", "river", "russet",
        "sable", "sage", "sand", "slate", "snow", "stone", "straw", "teal", "thyme", "topaz", "umber", "willow",
    ];

    private static readonly string[] Second =
    [
        "badger", "beaver", "bison", "crane", "curlew", "dolphin", "egret", "finch",
        "gannet", "grouse", "hare", "heron", "ibis", "jackdaw", "kestrel",
        "lapwing", "linnet", "lynx", "magpie", "marten", "merlin", "moose",
        "newt", "osprey", "otter", "owl", "petrel", "plover", "puffin", "quail",
        "raven", "robin", "seal", "shrew", "siskin", "snipe", "stoat", "swift", "tern", "thrush", "vole", "walrus", "wren",
    ];

    /// <summary>
    /// Two words such as <c>amber-heron</c>: the same for the same incident, and none that <paramref name="avoid"/> holds.
    /// </summary>
    /// <param name="incident">The identity of the incident.</param>
    /// <param name="avoid">Texts that the words must not give away, such as title and service.</param>
    public static string For(Guid incident, params IEnumerable<string?> avoid)
    {
        ArgumentNullException.ThrowIfNull(avoid);
        var texts = avoid.OfType<string>().ToList();
        var seed = Seed(incident);
        return $"{Pick(First, seed % (uint)First.Length, texts)}-{Pick(Second, seed / (uint)First.Length % (uint)Second.Length, texts)}";
    }

    // A text that holds every word leaves none to choose from; then the first choice stands.
    private static string Pick(string[] words, uint start, List<string> texts)
    {
        for (var i = 0u; i < words.Length; i++)
        {
            var word = words[(start + i) % words.Length];
            if (!texts.Exists(text => text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                return word;
        }

        return words[start];
    }

    // FNV-1a over all bytes: ids that are made in a row differ in a few of them only.
    private static uint Seed(Guid id)
    {
        var hash = 2166136261u;
        foreach (var part in id.ToByteArray())
            hash = unchecked((hash ^ part) * 16777619u);
        return hash;
    }
}
