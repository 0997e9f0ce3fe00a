namespace IncidentKit.Samples.ConsoleHost.Recorded;

/// <summary>Reads what a user names on the command line.</summary>
internal static class InputFile
{
    private const int Largest = 16 * 1024 * 1024;

    /// <exception cref="DocumentException">The file is not there, cannot be read, or is too large.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
            throw Fault(path, "this is a folder: name a file");
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
            if (file is { CanSeek: true, Length: > Largest })
                throw Fault(path, $"the file has {file.Length:N0} bytes; at most {Largest:N0} are read");
            return ReadAll(file, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Fault(path, "the file cannot be read: " + e.Message);
        }
    }

    // A device or a pipe does not say how much it holds.
    private static byte[] ReadAll(FileStream file, string path)
    {
        using var read = new MemoryStream();
        var chunk = new byte[81920];
        while (file.Read(chunk) is var count and > 0)
        {
            read.Write(chunk, 0, count);
            if (read.Length > Largest)
                throw Fault(path, $"it holds more than the {Largest:N0} bytes that are read");
        }

        return read.ToArray();
    }

    private static DocumentException Fault(string path, string reason) => new(path, [new DocumentFault("$", reason)]);
}
