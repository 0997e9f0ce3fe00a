namespace IncidentKit.Conventions.Tests;

/// <summary>A file holds one idea: nine of ten have fewer than 150 lines.</summary>
public sealed class FileSizeTests
{
    [Fact]
    public void Sources_NineOfTen_HaveFewerThan150Lines()
    {
        var lengths = Repository.Sources("src").Select(f => File.ReadLines(f).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 149);
    }
}
