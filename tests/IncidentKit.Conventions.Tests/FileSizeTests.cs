namespace IncidentKit.Conventions.Tests;

/// <summary>A file of the libraries holds one idea, and fits on a screen or two.</summary>
public sealed class FileSizeTests
{
    private static readonly List<string> Sources = [.. Repository.Sources("src")];

    [Fact]
    public void Lines_OfHalfTheFiles_AreFewerThan55AndOfNineInTenFewerThan120()
    {
        var lengths = Sources.Select(file => File.ReadLines(file).Count()).Order().ToList();

        Assert.InRange(lengths[lengths.Count / 2], 1, 54);
        Assert.InRange(lengths[lengths.Count * 9 / 10], 1, 119);
    }

    [Fact]
    public void Bytes_OnAverage_AreAtMost2800() =>
        Assert.InRange(Sources.Average(file => new FileInfo(file).Length), 1, 2800);
}
