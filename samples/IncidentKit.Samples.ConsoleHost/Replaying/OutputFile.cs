using IncidentKit.Templates;

namespace IncidentKit.Samples.ConsoleHost.Replaying;

/// <summary>Writes what a user asks for on the command line.</summary>
internal static class OutputFile
{
    /// <summary>HTML where the name says so, plain text for .txt, else Markdown.</summary>
    public static PostMortemFormat FormatOf(string path) => Path.GetExtension(path).ToUpperInvariant() switch
    {
        ".HTML" or ".HTM" => PostMortemFormat.Html,
        ".TXT" => PostMortemFormat.Text,
        _ => PostMortemFormat.Markdown,
    };

    /// <exception cref="DocumentException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DocumentException(path, [new DocumentFault("$", "the file cannot be written: " + e.Message)]);
        }
    }
}
