namespace IncidentKit;

/// <summary>Finds the word that was most likely meant.</summary>
internal static class Spelling
{
    private const int MaxEdits = 2;

    /// <summary>The known word that is at most two letters away from a word, ignoring case; null if there is none.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var (nearest, fewest) = ((string?)null, Math.Min(MaxEdits, (word.Length - 1) / 2) + 1);
        foreach (var candidate in known)
        {
            if (Math.Abs(candidate.Length - word.Length) < fewest && Edits(word, candidate) is var edits && edits < fewest)
                (nearest, fewest) = (candidate, edits);
        }

        return nearest;
    }

    // The letters to insert, remove or replace (Levenshtein).
    private static int Edits(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
