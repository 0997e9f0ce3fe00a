namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>Makes text safe for a terminal, which obeys control characters: what a person typed is shown, never obeyed.</summary>
internal static class PlainText
{
    public static string Of(string text) => string.Concat(text.Select(c => c == '\n' || !char.IsControl(c) ? c : '\uFFFD'));

    /// <summary>The same on one line.</summary>
    public static string Line(string text) => Of(text).Replace('\n', '\uFFFD');
}
