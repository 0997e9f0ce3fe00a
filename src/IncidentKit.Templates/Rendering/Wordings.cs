using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Scriban.Syntax;

namespace IncidentKit.Templates;

/// <summary>The wording of every message and document: the library's own, or the host's (P42).</summary>
/// <remarks>A wording of the host that has one of the <see cref="Faults"/> is not used. Immutable and thread-safe.</remarks>
public sealed class Wordings
{
    private const string Extension = ".liquid";
    private const long LargestFile = 256 * 1024;

    private static readonly FrozenDictionary<string, WordingTemplate> Own =
        WordingName.Shapes.Keys.ToFrozenDictionary(name => name, ReadOwn);

    private readonly FrozenDictionary<string, WordingTemplate> _replaced;
    private readonly ILogger _logger;

    private Wordings(IReadOnlyDictionary<string, WordingTemplate> replaced, IReadOnlyList<WordingFault> faults, ILogger logger) =>
        (_replaced, Faults, _logger) = (replaced.ToFrozenDictionary(), faults, logger);

    /// <summary>The library's own wording.</summary>
    public static Wordings BuiltIn { get; } = new(FrozenDictionary<string, WordingTemplate>.Empty, [], NullLogger.Instance);

    /// <summary>The names of the wordings, in ordinal order; their files end in <c>.liquid</c>.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. WordingName.Shapes.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What is broken in the host's wording; empty where nothing is.</summary>
    public IReadOnlyList<WordingFault> Faults { get; }

    /// <summary>The wordings of a folder, and the library's own for the others.</summary>
    /// <param name="folder">The folder; a relative one is below the current directory, or beside the program.</param>
    /// <param name="logger">Logs a wording that passed every check and cannot be rendered; if null, nothing is logged.</param>
    public static Wordings FromFolder(string folder, ILogger? logger = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        logger ??= NullLogger.Instance;
        var path = Directory.Exists(folder) ? Path.GetFullPath(folder) : Path.Combine(AppContext.BaseDirectory, folder);
        if (!Directory.Exists(path))
        {
            var fault = new WordingFault { File = folder, Reason = "the folder of the wordings does not exist" };
            return new(FrozenDictionary<string, WordingTemplate>.Empty, [fault], logger);
        }

        var (replaced, faults) = (new Dictionary<string, WordingTemplate>(), new List<WordingFault>());
        foreach (var file in Directory.EnumerateFiles(path, "*" + Extension).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!WordingName.Shapes.ContainsKey(name))
                faults.Add(new WordingFault { File = file, Reason = $"no wording is named \"{name}\"; known: {string.Join(", ", Names)}" });
            else if (ReadFile(file, faults) is { } text && WordingCheck.Read(file, name, text, faults) is { } template)
                replaced[name] = template;
        }

        return new(replaced, faults, logger);
    }

    /// <summary>The text of the library's own wording, to start a new one from.</summary>
    /// <exception cref="ArgumentException">There is no such wording.</exception>
    public static string TextOf(string name)
    {
        if (name is null || !WordingName.Shapes.ContainsKey(name))
            throw new ArgumentException($"No wording is named \"{name}\"; known: {string.Join(", ", Names)}.", nameof(name));
        return EmbeddedText.Read(name + Extension);
    }

    // In the middle of an incident a message is never lost to its wording.
    internal RichDocument Render(string name, WordingValues values)
    {
        if (_replaced.TryGetValue(name, out var wording))
        {
            try
            {
                if (wording.Render(values) is { Title.Count: > 0 } document)
                    return document;
                _logger.WordingFailed(null, name, "it has no heading");
            }
            catch (Exception e) when (e is ScriptRuntimeException or ArgumentException)
            {
                // Markdown that is nested too deeply is refused with an ArgumentException.
                _logger.WordingFailed(e, name, e is ScriptRuntimeException failed ? failed.OriginalMessage : e.Message);
            }
        }

        return Own[name].Render(values);
    }

    private static string? ReadFile(string file, List<WordingFault> faults)
    {
        try
        {
            if (new FileInfo(file).Length > LargestFile)
            {
                faults.Add(new WordingFault { File = file, Reason = $"the file is larger than {LargestFile / 1024} KB" });
                return null;
            }

            return File.ReadAllText(file).ReplaceLineEndings("\n");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add(new WordingFault { File = file, Reason = "the file cannot be read: " + e.Message });
            return null;
        }
    }

    private static WordingTemplate ReadOwn(string name)
    {
        var faults = new List<WordingFault>();
        return WordingTemplate.Parse(name + Extension, EmbeddedText.Read(name + Extension), faults)
            ?? throw new InvalidOperationException("The library's own wording is broken: " + string.Join("; ", faults));
    }
}
