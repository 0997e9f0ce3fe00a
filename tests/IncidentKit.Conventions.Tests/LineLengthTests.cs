namespace IncidentKit.Conventions.Tests;

/// <summary>A line fits on a screen.</summary>
public sealed class LineLengthTests
{
    private const int Longest = 140;

    [Fact]
    public void EditorConfig_NamesTheLimit() =>
        Assert.Contains($"max_line_length = {Longest}", File.ReadAllText(Repository.Path(".editorconfig")), StringComparison.Ordinal);

    [Theory]
    [InlineData("src")]
    [InlineData("tests")]
    [InlineData("samples")]
    [InlineData("benchmarks")]
    public void Lines_OfEverySource_HaveAtMost140Characters(string folder)
    {
        var longer =
            from file in Repository.Sources(folder)
            from line in File.ReadLines(file).Index()
            where line.Item.Length > Longest
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Index + 1} has {line.Item.Length}";

        Assert.Empty(longer);
    }
}
