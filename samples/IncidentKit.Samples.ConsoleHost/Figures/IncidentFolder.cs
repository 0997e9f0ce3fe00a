using IncidentKit.Samples.ConsoleHost.Recorded;
using IncidentKit.Samples.ConsoleHost.Replaying;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Figures;

/// <summary>The recorded incidents of a folder, each with the id that its file gives it.</summary>
internal sealed class IncidentFolder
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly IncidentPolicy _policy;
    private readonly List<DocumentException> _unsound = [];
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly List<(RecordedIncident Recorded, Incident Incident)> _incidents = [];

    private IncidentFolder(IncidentPolicy policy) => _policy = policy;

    public IEnumerable<Incident> Incidents => _incidents.Select(one => one.Incident);

    /// <summary>The ids of the files, by those of the library.</summary>
    public IReadOnlyDictionary<IncidentId, string> Ids => _incidents.ToDictionary(one => one.Incident.Id, one => one.Recorded.Id);

    /// <summary>The keys that nothing reads, each with its file: they are no fault, but may be misspelt.</summary>
    public IReadOnlyList<string> NotRead =>
        [.. _incidents.SelectMany(one => one.Recorded.NotRead, (one, key) => $"{Path.GetFileName(one.Recorded.File)} {key}")];

    /// <summary>Reads every file of the folder that ends in .json, but none of folders within it.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="policy">The policy that the incidents are held against.</param>
    /// <param name="watching">
    /// Where a person watches, and is shown how far it is once it takes longer than a second; null where nobody does.
    /// </param>
    /// <exception cref="AggregateException">What is wrong with the folder or its files, each a <see cref="DocumentException"/>.</exception>
    public static IncidentFolder Read(string path, IncidentPolicy policy, IAnsiConsole? watching)
    {
        var (folder, files, began, i) = (new IncidentFolder(policy), FilesOf(path), TimeProvider.System.GetTimestamp(), 0);
        for (; i < files.Count && (watching is null || TimeProvider.System.GetElapsedTime(began) < Patience); i++)
            folder.Add(files[i]);
        if (i < files.Count)
        {
            watching!.Progress().AutoClear(true).Start(progress =>
            {
                var task = progress.AddTask("Reading incidents", maxValue: files.Count);
                for (; i < files.Count; i++)
                {
                    folder.Add(files[i]);
                    task.Value = i + 1;
                }
            });
        }

        return folder._unsound.Count == 0 ? folder : throw new AggregateException(folder._unsound);
    }

    private static List<string> FilesOf(string path)
    {
        if (File.Exists(path))
            throw Fault(path, "this is a file: name a folder of recorded incidents, or use replay for one");
        if (!Directory.Exists(path))
            throw Fault(path, "there is no such folder");
        try
        {
            return Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal).ToList() is { Count: > 0 } files
                ? files
                : throw Fault(path, "the folder holds no file that ends in .json: put recorded incidents there, as replay reads them");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Fault(path, "the folder cannot be read: " + e.Message);
        }
    }

    private void Add(string file)
    {
        try
        {
            var recorded = RecordedIncidentReader.Read(file);
            if (!_files.TryAdd(recorded.Id, file))
            {
                throw new DocumentException(
                    file,
                    [new DocumentFault(
                        "$.id",
                        $"\"{recorded.Id}\" is the id of {Path.GetFileName(_files[recorded.Id])} too: give each incident its own")]);
            }

            _incidents.Add((recorded, new ReplayReport(recorded, _policy, null).Incident));
        }
        catch (DocumentException e)
        {
            _unsound.Add(e);
        }
        catch (ArgumentOutOfRangeException e)
        {
            _unsound.Add(new(file, [new DocumentFault(
                "$",
                "its times cannot be counted with; does one lie near the end of year 9999? " + e.Message.Split('\n')[0].Trim())]));
        }
    }

    private static DocumentException Fault(string path, string reason) => new(path, [new DocumentFault("$", reason)]);
}
