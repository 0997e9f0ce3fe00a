namespace IncidentKit.Templates.Tests;

/// <summary>A folder of wording that is gone after the test.</summary>
internal sealed class WordingFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("incidentkit-wording-");

    public WordingFolder(params (string Name, string Text)[] files)
    {
        foreach (var (name, text) in files)
            File.WriteAllText(System.IO.Path.Combine(Path, name), text);
    }

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
