using System.Collections.Frozen;

namespace IncidentKit.Templates;

/// <summary>The Liquid filters that a wording may use: none reads a clock, and none escapes, since each format does that.</summary>
internal static class WordingFilters
{
    public static FrozenSet<string> Known { get; } = FrozenSet.Create(
        StringComparer.Ordinal,
        "abs", "append", "capitalize", "ceil", "compact", "concat", "default", "divided_by",
        "downcase", "first", "floor", "join", "last", "lstrip", "map", "minus", "modulo", "plus",
        "prepend", "remove", "remove_first", "replace", "replace_first", "reverse", "round", "rstrip",
        "size", "slice", "sort", "split", "strip", "strip_html", "strip_newlines", "times",
        "truncate", "truncatewords", "uniq", "upcase", "contains");

    public static string Refusal(string name) => name switch
    {
        "escape" or "escape_once" or "url_encode" or "url_decode" or "newline_to_br" =>
            $"the filter \"{name}\" is not needed: each format escapes values for itself; leave it out",
        "date" => "the filter \"date\" is not there: times come as text in UTC; print them as they are",
        _ => $"there is no filter \"{name}\"; known: {string.Join(", ", Known.Order(StringComparer.Ordinal))}",
    };
}
