using System.Text.Json;

namespace IncidentKit.Samples.ConsoleHost.Tests.Oracle;

/// <summary>The smallest incident of each fault that the comparison with the oracle has found.</summary>
public sealed class FoundByTheOracleTests
{
    [Fact]
    public void Mitigate_EscalatedBesideAnUnknownMitigation_IsNotSaidToBeMetThen()
    {
        var rows = Replay("""{ "acknowledged": "2026-10-14T10:02:00Z", "escalated": "2026-10-14T10:10:00Z" }""");

        Assert.Contains("mitigate since  due  met : unknown", rows);
    }

    [Fact]
    public void Mitigate_UnknownFirstMitigationAndARecurrenceMitigatedInTime_IsUnknown()
    {
        var rows = Replay("""
            { "detected": "2026-10-14T10:00:00Z", "acknowledged": "2026-10-14T10:00:00Z",
              "recurrences": [{ "at": "2026-10-14T10:10:00Z", "mitigated": "2026-10-14T10:20:00Z" }] }
            """);

        Assert.Contains("mitigate since 2026-10-14T10:00:00Z due 2026-10-14T10:30:00Z met : unknown", rows);
        Assert.Contains("mitigate since 2026-10-14T10:10:00Z due 2026-10-14T10:40:00Z met 2026-10-14T10:20:00Z: met", rows);
    }

    [Fact]
    public void Mitigate_NeverMitigatedButForARecurrence_IsMissed()
    {
        var rows = Replay("""
            { "detected": "2026-10-14T10:00:00Z", "acknowledged": "2026-10-14T10:00:00Z", "mitigated": "never",
              "recurrences": [{ "at": "2026-10-14T10:10:00Z", "mitigated": "2026-10-14T11:00:00Z" }] }
            """);

        Assert.Contains("mitigate since 2026-10-14T10:00:00Z due 2026-10-14T10:30:00Z met : missed", rows);
    }

    [Fact]
    public void PublicUpdate_AfterTheLastResolution_StartsNothingWhateverRecurred()
    {
        var rows = Replay("""
            { "resolved": "2026-10-14T11:00:00Z", "updates": [{ "at": "2026-10-14T13:00:00Z", "public": true }],
              "recurrences": [{ "at": "2026-10-14T12:00:00Z" }] }
            """);

        Assert.DoesNotContain(
            rows,
            row => row.StartsWith("publicUpdate", StringComparison.Ordinal)
                || row.StartsWith("internalUpdate since 2026-10-14T13", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-10-14T12:00:00Z", "2026-10-14T12:30:00Z")]
    [InlineData("2026-10-14T12:00:01Z", "2026-10-14T13:00:01Z")]
    public void PublicUpdate_PromiseTwoHoursAfterT0_CountsForAnHourOnlyLater(string at, string due)
    {
        var rows = Replay($$"""
            { "detected": "2026-10-14T10:00:00Z", "resolved": "never",
              "updates": [{ "at": "{{at}}", "public": true, "next": "2026-10-14T13:00:01Z" }] }
            """);

        Assert.Contains($"publicUpdate since {at} due {due} met : missed", rows);
    }

    [Fact]
    public void AssignCommander_AcknowledgedBeforeT0HasCome_CountsFromThen()
    {
        var rows = Replay(
            """{ "detected": "2026-10-14T10:00:00Z", "acknowledged": "2026-10-14T09:50:00Z", "roles": [] }""",
            "2026-10-14T09:51:00Z");

        Assert.Contains("assignCommander since 2026-10-14T09:50:00Z due 2026-10-14T09:52:00Z met : pending", rows);
    }

    [Fact]
    public void InternalUpdate_FirstUpdateAtTheAcknowledgement_ComesBeforeWhatThatUpdateStarts()
    {
        var rows = Replay("""
            { "declared": "2026-10-14T10:00:00Z",
              "updates": [{ "public": true, "at": "2026-10-14T10:00:00Z" }, { "public": true, "at": "2026-10-14T09:53:00Z" }],
              "resolved": "never",
              "recurrences": [{ "at": "2026-10-14T10:08:02Z" }, { "at": "2026-10-14T10:09:00Z" }, { "at": "2026-10-14T10:10:00Z" }] }
            """);

        Assert.True(rows.Count > 16, "a short list would be sorted stably in any case");
        Assert.Equal(
            [
                "internalUpdate since 2026-10-14T10:00:00Z due 2026-10-14T10:30:00Z met 2026-10-14T10:00:00Z: met",
                "internalUpdate since 2026-10-14T10:00:00Z due 2026-10-14T10:30:00Z met : missed",
            ],
            rows.Where(row => row.StartsWith("internalUpdate since 2026-10-14T10:00:00Z", StringComparison.Ordinal)));
    }

    [Fact]
    public void Phase_NobodyKnowsWhetherItWasEscalated_IsDetection()
    {
        using var file = Incident("""{ "escalated": null }""");

        using var document = JsonDocument.Parse(Host.Run("replay", file.Path, "--json").Output);

        Assert.Equal("Detection", document.RootElement.GetProperty("phase").GetString());
    }

    private static List<string> Replay(string facts, string? asOf = null)
    {
        using var file = Incident(facts);
        string[] at = asOf is null ? [] : ["--as-of", asOf];
        var (exitCode, output, errors) = Host.Run(["replay", file.Path, "--json", .. at]);
        Assert.Equal((0, ""), (exitCode, errors));
        using var document = JsonDocument.Parse(output);
        return [.. Answer.Ledger(document.RootElement.GetProperty("obligations"))];
    }

    private static TemporaryFile Incident(string facts) =>
        new("""{ "id": "x", "title": "T", "service": "S", "date": "2026-10-14", "started": null, """ + facts.TrimStart()[1..]);
}
