namespace IncidentKit.Conventions.Tests;

/// <summary>The page on figures defines every duration of the report, in the words of the report.</summary>
public sealed class FiguresPageTests
{
    [Fact]
    public void FiguresPage_EveryDuration_IsDefinedAsTheReportSays()
    {
        var page = File.ReadAllText(Repository.Path("docs", "concepts", "figures.md"));

        Assert.All(
            FiguresReport.Of([], [IncidentPolicy.Default], DateTimeOffset.MaxValue).Durations,
            figure => Assert.Contains($"| `{figure.Name}` | {figure.Definition}", page, StringComparison.Ordinal));
    }

    [Fact]
    public void AlertQualityPage_EveryOption_IsNamed()
    {
        var page = File.ReadAllText(Repository.Path("docs", "concepts", "alert-quality.md"));

        Assert.All(
            typeof(AlertQualityOptions).GetProperties().Select(property => property.Name),
            name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }
}
