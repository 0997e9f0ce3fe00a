namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Reads what a user names on the command line.</summary>
internal static class InputFile
{
    private const long Largest = 16 * 1024 * 1024;

    /// <exception cref="DocumentException">The file is not there, cannot be read, or is too large.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (file is { Exists: true, Length: > Largest })
                throw new DocumentException(path, [new DocumentFault("$", $"the file has {file.Length:N0} bytes; at most {Largest:N0} are read")]);
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DocumentException(path, [new DocumentFault("$", "the file cannot be read: " + e.Message)]);
        }
    }
}
