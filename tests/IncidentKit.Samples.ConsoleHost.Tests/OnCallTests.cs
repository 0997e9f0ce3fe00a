using System.Text.Json.Nodes;

namespace IncidentKit.Samples.ConsoleHost.Tests;

/// <summary>
/// The `oncall` verbs: every recorded case of other systems through the host, and what it says where the input is not sound.
/// </summary>
public sealed class OnCallTests
{
    private const string Weekly = """
        { "name": "checkout", "timeZone": "Europe/Berlin", "layers": [
          { "name": "primary", "participants": ["alice", "bob"],
            "rotation": { "kind": "weekly", "length": 1, "start": "2025-11-03T09:30" } } ],
          "overrides": [{ "from": "2025-11-05T00:00", "to": "2025-11-06T00:00", "replace": "alice", "user": "carol" }] }
        """;

    public static TheoryData<string> Cases => [.. All().Select(c => (string)c["id"]!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void OnCall_RecordedCase_GivesTheExpectedAnswer(string id)
    {
        var test = All().Single(c => (string)c["id"]! == id);
        using var file = new TemporaryFile(test["schedule"]!.ToJsonString());
        var (query, expect) = (test["query"]!, test["expect"]!);
        if (query["at"] is JsonArray instants)
        {
            var answers = Ask("who", file, [.. instants.SelectMany(at => new[] { "--at", (string)at! })])["answers"]!.AsArray();
            Assert.Equal(
                expect["onCall"]!.AsArray()
                    .Select(set => string.Join(",", set!.AsArray().Select(u => (string)u!).Order(StringComparer.Ordinal))),
                answers.Select(answer => string.Join(",", answer!["onCall"]!.AsArray().Select(p => (string)p!["person"]!))));
        }

        if (query["from"] is null)
            return;
        string[] range = ["--from", (string)query["from"]!, "--to", (string)query["to"]!];
        if (expect["shifts"] is JsonArray shifts)
        {
            Assert.Equal(
                shifts.Select(s => $"{Instant(test, s!["from"]!)} {s["user"]} {Instant(test, s["to"]!)}").Order(StringComparer.Ordinal),
                Ask("shifts", file, range)["shifts"]!.AsArray().Select(s => $"{s!["start"]} {s["person"]} {s["end"]}"));
        }

        if (expect["gaps"] is JsonArray gaps)
        {
            Assert.Equal(
                gaps.Select(g => $"{Instant(test, g!["from"]!)} {Instant(test, g["to"]!)}"),
                Ask("gaps", file, range)["gaps"]!.AsArray().Select(g => $"{g!["start"]} {g["end"]}"));
        }

        if (expect["handoffs"] is JsonArray handoffs)
        {
            Assert.Equal(
                handoffs.Select(h => Instant(test, h!)),
                Ask("handoffs", file, ["--layer", (string)query["layer"]!, .. range])["handoffs"]!.AsArray().Select(h => (string)h!));
        }
    }

    [Fact]
    public void Who_OverrideAndShift_SaysLayerSinceAndUntil()
    {
        using var file = new TemporaryFile(Weekly);

        var answers = Ask("who", file, ["--at", "2025-11-04T12:00", "--at", "2025-11-05T11:00:00Z"])["answers"]!.AsArray();

        Assert.Equal(
            """{"at":"2025-11-04T11:00:00Z","onCall":["""
                + """{"person":"alice","layer":"primary","since":"2025-11-03T08:30:00Z","until":"2025-11-04T23:00:00Z"}]}""",
            answers[0]!.ToJsonString());
        Assert.Equal(
            """{"at":"2025-11-05T11:00:00Z","onCall":["""
                + """{"person":"carol","layer":null,"since":"2025-11-04T23:00:00Z","until":"2025-11-05T23:00:00Z"}]}""",
            answers[1]!.ToJsonString());
    }

    [Fact]
    public void Gaps_WithGaps_ExitsWith1()
    {
        using var file = new TemporaryFile("""
            { "timeZone": "UTC",
              "layers": [{ "name": "day", "participants": ["alice"], "restrictions": [{ "from": "08:00", "to": "20:00" }] }] }
            """);

        var (exitCode, output, _) = Host.Run(
            "oncall", "gaps", "--schedule", file.Path, "--from", "2025-11-03T00:00", "--to", "2025-11-04T00:00");

        Assert.Equal(1, exitCode);
        Assert.Contains("nobody from 2025-11-03T00:00:00Z to 2025-11-03T08:00:00Z (8 h 00 min)", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_SoundSchedule_ExitsWith0AndOneWithFindingsWith1()
    {
        using var sound = new TemporaryFile(Weekly);
        using var idle = new TemporaryFile(Weekly.Replace("\"alice\", \"user\"", "\"dan\", \"user\"", StringComparison.Ordinal));

        Assert.Equal(0, Host.Run("oncall", "check", "--schedule", sound.Path).ExitCode);
        var (exitCode, output, _) = Host.Run("oncall", "check", "--schedule", idle.Path, "--json");
        Assert.Equal((1, "overrideWithoutEffect"), (exitCode, (string)JsonNode.Parse(output)!["findings"]![0]!["kind"]!));
    }

    [Fact]
    public void Shifts_ForPeople_ShowsACalendar()
    {
        using var file = new TemporaryFile(Weekly);

        var (exitCode, output, _) = Host.Run(
            "oncall", "shifts", "--schedule", file.Path, "--from", "2025-11-03T09:30", "--to", "2025-11-10T09:30");

        Assert.Equal(0, exitCode);
        Assert.Contains("Tue 2025-11-04  " + new string('A', 48), output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("who", "--at", "tomorrow", "--at: \"tomorrow\" is no time")]
    [InlineData("shifts", "--from", "2025-11-04T00:00", "--to: the end of the range lies before its start", "--to", "2025-11-03T00:00")]
    [InlineData(
        "handoffs", "--layer", "third", "--layer: there is no layer \"third\"", "--from", "2025-11-03T00:00", "--to", "2025-11-04T00:00")]
    public void OnCall_UnsoundArguments_SayWhichAndExitWith2(
        string verb,
        string option,
        string value,
        string expected,
        params string[] rest)
    {
        using var file = new TemporaryFile(Weekly);

        var (exitCode, output, errors) = Host.Run(["oncall", verb, "--schedule", file.Path, option, value, .. rest]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(expected, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Handoffs_UnknownLayerAndInvertedRange_NamesBoth()
    {
        using var file = new TemporaryFile(Weekly);

        var (exitCode, _, errors) = Host.Run(
            "oncall", "handoffs", "--schedule", file.Path, "--layer", "third", "--from", "2025-11-04T00:00", "--to", "2025-11-03T00:00");

        Assert.Equal(2, exitCode);
        Assert.All(
            ["--layer: there is no layer", "--to: the end of the range"],
            fault => Assert.Contains(fault, errors, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-01-01T00:00:00Z", "2025-01-01T00:00:00Z", 0, false)]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z", 0, false)]
    [InlineData("2025-01-01T05:00:00Z", "2025-06-01T05:00:00Z", 92, true)]
    [InlineData("9999-12-30T00:00:00Z", "9999-12-31T23:00:00Z", 3, false)]
    public void Shifts_AnyRange_ShowsItsDaysOrSaysHowManyMore(string from, string to, int days, bool isCut)
    {
        using var file = new TemporaryFile(
            """{ "timeZone": "America/Havana", "layers": [{ "name": "day", "participants": ["alice"] }] }""");

        var (exitCode, output, errors) = Host.Run("oncall", "shifts", "--schedule", file.Path, "--from", from, "--to", to);

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Equal(days, output.Split('\n').Count(line => line.Contains("AAA", StringComparison.Ordinal)));
        Assert.Equal(isCut, output.Contains("… and 60 more days", StringComparison.Ordinal));
    }

    [Fact]
    public void Gaps_SearchThatFindsNothingForTooLong_SaysSoAndExitsWith2()
    {
        using var file = new TemporaryFile("""
            { "timeZone": "UTC",
              "layers": [{ "name": "h", "participants": ["a", "b"],
                "rotation": { "kind": "hourly", "length": 1, "start": "2025-01-01T00:00" } }] }
            """);

        var (exitCode, output, errors) = Host.Run(
            "oncall", "gaps", "--schedule", file.Path, "--from", "0001-01-01T00:00Z", "--to", "9999-12-31T00:00Z", "--json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains("arguments: --to: The search came to", errors, StringComparison.Ordinal);
    }

    [Fact]
    public void OnCall_UnsoundSchedule_NamesEveryFault()
    {
        using var file = new TemporaryFile("""
            { "timeZone": "Mars/Olympus", "colour": 1,
              "layers": [{ "name": "a", "participants": ["x"], "rotation": { "kind": "weekly", "length": 0, "start": "soon" } }] }
            """);

        var (exitCode, output, errors) = Host.Run("oncall", "check", "--schedule", file.Path, "--json");

        Assert.Equal((2, ""), (exitCode, output));
        Assert.All(
            ["$.timeZone", "$.layers[0].rotation.length", "$.layers[0].rotation.start", "$.colour"],
            place => Assert.Contains(place, errors, StringComparison.Ordinal));
    }

    private static IEnumerable<JsonNode> All() =>
        JsonNode.Parse(File.ReadAllText(Host.Fixture("rotation-cases.json")))!["cases"]!
            .AsArray()
            .Where(
                c => c!["schedule"] is not null && c["expect"]!.AsObject().Any(e => e.Key is "onCall" or "shifts" or "gaps" or "handoffs"))
            .OfType<JsonNode>();

    private static JsonNode Ask(string verb, TemporaryFile file, string[] options)
    {
        var (exitCode, output, errors) = Host.Run(["oncall", verb, "--schedule", file.Path, "--json", .. options]);
        Assert.Equal("", errors);
        Assert.InRange(exitCode, 0, 1);
        return JsonNode.Parse(output)!;
    }

    // A time without an offset is read in the schedule's zone.
    private static string Instant(JsonNode test, JsonNode time)
    {
        var text = (string)time!;
        var zone = TimeZoneInfo.FindSystemTimeZoneById((string)test["schedule"]!["timeZone"]!);
        return Iso8601.Format(Iso8601.TryParse(text, out var instant)
            ? instant
            : LocalTime.ToInstant(zone, DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
