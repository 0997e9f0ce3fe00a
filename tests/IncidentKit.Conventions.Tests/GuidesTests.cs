namespace IncidentKit.Conventions.Tests;

/// <summary>What a guide shows of the library's own code is what the code says.</summary>
public sealed class GuidesTests
{
    [Fact]
    public void AddingACommand_ItsExample_IsInTheSource()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "guides", "adding-a-command.md"));
        var from = Array.IndexOf(lines, "```") + 1;
        var shown = lines[from..Array.IndexOf(lines, "```", from)].Where(line => line.Length > 0).ToList();
        Assert.StartsWith("// ", shown[0], StringComparison.Ordinal);
        var source = File.ReadAllLines(Path.Combine(Repository.Root, "src", "IncidentKit.Core", shown[0][3..]));

        Assert.All(shown.Skip(1), line => Assert.Contains(line, source));
    }
}
