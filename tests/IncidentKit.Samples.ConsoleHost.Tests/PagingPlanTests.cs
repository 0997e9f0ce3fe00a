using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>`paging plan`: who would have been paged for a recorded incident.</summary>
public sealed class PagingPlanTests
{
    private const string Schedule = """
        { "name": "checkout", "timeZone": "UTC", "layers": [
          { "name": "primary", "rotation": { "kind": "weekly", "length": 1, "start": "2025-11-03T09:30" }, "participants": ["alice"] } ] }
        """;

    private const string Unacknowledged = """
        { "id": "night", "title": "Checkout fails", "service": "Checkout", "date": "2025-11-18", "started": null,
          "detected": "2025-11-18T02:10:00Z", "severityGuess": "SEV2" }
        """;

    [Fact]
    public void Plan_NobodyActs_GoesThroughTheStepsInTheDocumentedForm()
    {
        var plan = Plan(Unacknowledged);

        Assert.Equal(
            """{"at":"2025-11-18T02:10:00Z","action":"page","to":["alice"],"step":1,"repeat":0,"""
                + "\"reason\":\"SEV-2: people are paged at any hour.\"}",
            plan[0]!.ToJsonString());
        Assert.Equal(["page", "skip", "skip", "skip", "page"], plan.Take(5).Select(row => row!["action"]!.ToString()));
        Assert.Equal(
            ("2025-11-18T02:25:00Z", 1),
            (plan[^1]!["at"]!.ToString(), plan.Count(row => row!["action"]!.ToString() == "exhausted")));
    }

    [Fact]
    public void Plan_Acknowledged_StopsTheSteps()
    {
        var plan = Plan(Unacknowledged.Replace(
            "\"severityGuess\"",
            "\"acknowledged\": \"2025-11-18T02:12:00Z\", \"mitigated\": \"2025-11-18T02:20:00Z\", "
                + "\"roles\": [{\"role\": \"IncidentCommander\", \"person\": \"alice\", \"at\": "
                + "\"2025-11-18T02:13:00Z\"}], \"severityGuess\"",
            StringComparison.Ordinal));

        Assert.Equal(["page", "skip", "skip"], plan.Select(row => row!["action"]!.ToString()));
    }

    [Fact]
    public void Plan_ForPeople_SaysWhenWhomAndWhy()
    {
        using var incident = new TemporaryFile(Unacknowledged);
        using var schedule = new TemporaryFile(Schedule);

        var (exitCode, output, errors) = Host.Run("paging", "plan", "--incident", incident.Path, "--schedule", schedule.Path);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("alice (on-call)", output, StringComparison.Ordinal);
        Assert.Contains("team lead: nobody", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_UnknownDetection_IsAFaultUnlessTheStartIsGiven()
    {
        using var incident = new TemporaryFile(Unacknowledged.Replace("\"2025-11-18T02:10:00Z\"", "null", StringComparison.Ordinal));
        using var schedule = new TemporaryFile(Schedule);

        var refused = Host.Run("paging", "plan", "--incident", incident.Path, "--schedule", schedule.Path);
        var given = Host.Run(
            "paging", "plan", "--incident", incident.Path, "--schedule", schedule.Path, "--at", "2025-11-18T02:10:00Z", "--json");

        Assert.Equal((2, ""), (refused.ExitCode, refused.Output));
        Assert.Contains("$.detected: the time of detection is unknown", refused.Errors, StringComparison.Ordinal);
        Assert.Equal(0, given.ExitCode);
    }

    [Fact]
    public void Plan_BadFiles_AreToldTogether()
    {
        using var incident = new TemporaryFile("""{ "id": 1 }""");
        using var schedule = new TemporaryFile("""{ "name": "x" }""");

        var (exitCode, output, errors) = Host.Run(
            "paging", "plan", "--incident", incident.Path, "--schedule", schedule.Path, "--at", "soon");

        Assert.Equal((2, ""), (exitCode, output));
        foreach (var place in (string[])["--at", incident.Path, schedule.Path])
            Assert.Contains(place, errors, StringComparison.Ordinal);
    }

    private static JsonArray Plan(string recorded)
    {
        using var incident = new TemporaryFile(recorded);
        using var schedule = new TemporaryFile(Schedule);
        var (exitCode, output, errors) = Host.Run("paging", "plan", "--incident", incident.Path, "--schedule", schedule.Path, "--json");
        Assert.Equal((0, ""), (exitCode, errors));
        var document = JsonNode.Parse(output)!;
        Assert.Equal("night", document["incident"]!.ToString());
        return document["plan"]!.AsArray();
    }
}
