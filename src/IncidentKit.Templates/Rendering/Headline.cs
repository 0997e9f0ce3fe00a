namespace IncidentKit.Templates;

/// <summary>The first sentence of a text, short enough for a subject and cut at a word.</summary>
internal static class Headline
{
    private const int Longest = 90;

    public static string? Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return text;
        var line = text.Trim();
        line = line.Split(['\n', '\r'])[0].Split(". ")[0].TrimEnd().TrimEnd('.');
        return line.Length <= Longest ? line : Cut(line);
    }

    private static string Cut(string line)
    {
        var at = line.LastIndexOf(' ', Longest);
        at = at > Longest / 2 ? at : Longest - 1;
        return line[..(char.IsHighSurrogate(line[at - 1]) ? at - 1 : at)].TrimEnd() + "…";
    }
}
