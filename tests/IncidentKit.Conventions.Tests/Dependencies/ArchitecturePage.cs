using System.Text.RegularExpressions;

namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>The page on the architecture: which file is in which room, and which room may use which.</summary>
internal sealed partial class ArchitecturePage
{
    // In these, what the page does not list as a value is a working; in all other folders it is the other way round.
    private static readonly string[] FoldersOfWorkings = ["Incidents", "Lifecycle"];
    private static readonly string[] SuffixesOfWorkings = ["Commands", "Events", "Rules", "Steps"];

    private readonly IReadOnlyList<string[]> _values;
    private readonly IReadOnlyList<string[]> _workings;
    private readonly IReadOnlyList<string[]> _composition;

    private ArchitecturePage(string text)
    {
        _values = Table(text, "Values");
        _workings = Table(text, "Workings");
        _composition = Table(text, "Composition");
        Knots = [.. Table(text, "Circles that are left").Select(row => string.Join(", ", List(row[0]).Order(StringComparer.Ordinal)))];
    }

    /// <summary>The sets of rooms that may use each other in a circle.</summary>
    public IReadOnlyList<string> Knots { get; }

    /// <summary>The folders that the page knows.</summary>
    public IEnumerable<string> Folders =>
        _values.Concat(_workings).Concat(_composition).Select(row => row[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The pairs that the page allows and that a reader might look for: those of two folders within one ring.</summary>
    public IEnumerable<(Room From, Room To)> Listed =>
        Pairs(_values, Ring.Values).Concat(Pairs(_workings, Ring.Workings));

    public static ArchitecturePage Read() => new(File.ReadAllText(Repository.Path("docs", "architecture.md")));

    /// <summary>The room of a file.</summary>
    /// <param name="file">Its path below the package.</param>
    public Room RoomOf(string file)
    {
        var folder = FolderOf(file);
        var type = Path.GetFileName(file).Split('.')[0];
        if (IsListed(_composition, folder, type) || (IsWhole(_composition, folder) && !IsListed(_workings, folder, type)))
            return new Room(folder, Ring.Composition);
        if (FoldersOfWorkings.Contains(folder))
            return new Room(folder, IsListed(_values, folder, type) ? Ring.Values : Ring.Workings);
        var works = IsListed(_workings, folder, type)
            || Array.Exists(SuffixesOfWorkings, suffix => type.EndsWith(suffix, StringComparison.Ordinal));
        return new Room(folder, works ? Ring.Workings : Ring.Values);
    }

    /// <summary>Whether one room may use another.</summary>
    public bool Allows(Room from, Room to)
    {
        if (from == to)
            return true;
        if (from.Ring != to.Ring)
            return from.Ring > to.Ring;
        return from.Ring == Ring.Composition ? Place(from.Folder) > Place(to.Folder) : Listed.Contains((from, to));
    }

    public static string FolderOf(string file)
    {
        var parts = file.Split('/');
        return parts.Length == 1 ? "Manager" : parts[^2];
    }

    private static IEnumerable<(Room From, Room To)> Pairs(IReadOnlyList<string[]> rows, Ring ring) =>
        rows.SelectMany(row => List(row[2]), (row, to) => (new Room(row[0], ring), new Room(to, ring)));

    private int Place(string folder) => _composition.Select(row => row[0]).ToList().IndexOf(folder);

    private static bool IsWhole(IReadOnlyList<string[]> rows, string folder) =>
        rows.FirstOrDefault(row => row[0] == folder) is { } row && !List(row[1]).Any();

    private static bool IsListed(IReadOnlyList<string[]> rows, string folder, string type) =>
        rows.FirstOrDefault(row => row[0] == folder) is { } row && List(row[1]).Contains(type);

    private static IEnumerable<string> List(string cell) =>
        cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('`'));

    // The rows of the first table below a heading, each with its cells.
    private static List<string[]> Table(string text, string heading)
    {
        var section = text.Split($"\n### {heading}\n")[1].Split("\n#")[0];
        return [.. Row().Matches(section).Skip(2).Select(row => row.Groups[1].Value.Split('|').Select(cell => cell.Trim()).ToArray())];
    }

    [GeneratedRegex(@"(?m)^\|(.*)\|$")]
    private static partial Regex Row();
}
