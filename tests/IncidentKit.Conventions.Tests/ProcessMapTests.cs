using System.Text.RegularExpressions;

namespace IncidentKit.Conventions.Tests;

/// <summary>The process map names types that exist and tests that carry the number, and leaves none out.</summary>
public sealed partial class ProcessMapTests
{
    [Fact]
    public void ProcessMap_EveryRow_NamesATypeAndTestsThatCarryTheNumber()
    {
        var types = Packages.Types.Select(type => type.Name.Split('`')[0]).ToHashSet();
        var wrong = new List<string>();
        foreach (var (number, type, tests) in Rows())
        {
            if (!types.Contains(type))
                wrong.Add($"{number}: there is no type {type}");
            wrong.AddRange(
                tests
                    .Where(t => !File.Exists(Repository.Path(t))
                        || !File.ReadAllText(Repository.Path(t)).Contains($"Process(\"{number}\")", StringComparison.Ordinal))
                    .Select(t => $"{number}: {t} does not carry it"));
            if (tests.Count == 0)
                wrong.Add($"{number}: no test");
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void ProcessMap_EveryNumberThatATestCarries_IsListed()
    {
        var carried = Repository.Sources("tests")
            .SelectMany(f => Trait().Matches(File.ReadAllText(f)).Select(m => m.Groups[1].Value))
            .Distinct()
            .Order();

        Assert.Equal(carried, Rows().Select(r => r.Number).Order());
    }

    [Fact]
    public void OwnWording_Guide_ListsEveryName()
    {
        var guide = File.ReadAllText(Repository.Path("docs", "guides", "own-wording.md"));
        var names = Templates.Wordings.Names.Select(name => $"`{name}.liquid`").Concat(Templates.Wordings.Names.SelectMany(
            name => Printed().Matches(Templates.Wordings.TextOf(name)).Select(m => $"`{m.Groups[1].Value}`")));

        Assert.All(names.Distinct(), name => Assert.Contains(name, guide, StringComparison.Ordinal));
    }

    [Fact]
    public void Docs_EveryRelativeLink_LeadsSomewhere()
    {
        var broken = from page in Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories)
                         .Append(Repository.Path("README.md"))
                         .Append(Repository.Path("CONTRIBUTING.md"))
                     from link in Link().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value)
                     where !link.Contains("://", StringComparison.Ordinal)
                         && !link.Contains("{{", StringComparison.Ordinal)
                         && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]))
                     select $"{Path.GetFileName(page)}: {link}";

        Assert.Empty(broken);
    }

    private static IEnumerable<(string Number, string Type, IReadOnlyList<string> Tests)> Rows() =>
        from line in File.ReadLines(Repository.Path("docs", "process-map.md"))
        let row = Row().Match(line)
        where row.Success
        select (
            row.Groups[1].Value,
            row.Groups[2].Value,
            (IReadOnlyList<string>)[.. Quoted().Matches(row.Groups[3].Value).Select(m => m.Groups[1].Value)]);

    [GeneratedRegex(@"\{\{ (?:\w+\.)?(\w+)")]
    private static partial Regex Printed();

    [GeneratedRegex(@"^\| (P\d\d) \| `(\w+)` \| (.*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("""\[Process\("(P\d\d)"\)\]""")]
    private static partial Regex Trait();

    [GeneratedRegex(@"\]\(([^)#][^)]*)\)")]
    private static partial Regex Link();
}
