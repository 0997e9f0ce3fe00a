using Microsoft.Extensions.Logging;

namespace IncidentKit.Templates;

/// <summary>Reads the wording of a folder once, for the check at start and for use.</summary>
internal sealed class WordingSource(ILogger<Wordings>? logger = null)
{
    private readonly Lock _lock = new();
    private (string Folder, Wordings Wordings)? _read;

    public Wordings For(TemplatesOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.WordingFolder))
            return Wordings.BuiltIn;
        lock (_lock)
        {
            if (_read?.Folder != options.WordingFolder)
                _read = (options.WordingFolder, Wordings.FromFolder(options.WordingFolder, logger));
            return _read.Value.Wordings;
        }
    }
}
