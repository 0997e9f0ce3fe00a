namespace IncidentKit.Conventions.Tests;

/// <summary>Every log message has an id and a name of its own, over all packages.</summary>
public sealed class LogTests
{
    [Fact]
    public void Logs_OfAllPackages_HaveUniqueIdsAndNames()
    {
        var logs = TelemetryPage.Logs();

        Assert.Equal(Repository.Sources("src").Sum(file => File.ReadAllText(file).Split("[LoggerMessage(").Length - 1), logs.Count);
        Assert.True(logs.Count > 15, $"{logs.Count} messages were read");
        Assert.Empty(logs.GroupBy(log => log.Id)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(log => log.Name))}"));
        Assert.Empty(logs.GroupBy(log => log.Name)
            .Where(same => same.Count() > 1)
            .Select(same => $"{same.Key}: {string.Join(", ", same.Select(log => log.Id))}"));
    }
}
