using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>The oracle deserves trust first: it knows every case of the independent evaluator.</summary>
public sealed class OracleTests
{
    [Fact]
    public void Ledger_EverySyntheticIncident_IsTheExpectedOne()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Host.Fixture("obligation-cases.json")));
        var cases = file.RootElement.GetProperty("cases").EnumerateArray().ToList();

        Assert.Equal(80, cases.Count);
        Assert.All(cases, test =>
        {
            DateTimeOffset? asOf = test.GetProperty("query").TryGetProperty("asOf", out var instant) ? instant.GetDateTimeOffset() : null;
            Assert.Equal(Answer.Ledger(test.GetProperty("expect")), Answer.Ledger(test.GetProperty("incident"), asOf));
        });
    }
}
