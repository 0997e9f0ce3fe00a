using System.Text;

namespace IncidentKit.Rotation.Tests.Json;

/// <summary>Schedule files that are not sound: each fault is named with its path, all at once.</summary>
[Process("P45")]
public sealed class ScheduleReaderTests
{
    [Fact]
    public void Parse_ManyFaults_NamesAllWithTheirPaths()
    {
        var faults = Faults("""
            {
              "timeZone": "Mars/Olympus", "colour": "red", "holidays": ["25.12."],
              "layers": [
                { "name": "a", "participants": ["x", 3],
                  "rotation": { "kind": "yearly", "length": 0, "start": "soon", "dutyLength": "P1M" } },
                { "name": "b", "participants": ["x"],
                  "restrictions": [{ "days": ["XX"], "monthDays": [32], "from": "9", "to": "24:00" }], "start": 5 }
              ],
              "overrides": [
                { "from": "2025-01-02T00:00Z", "to": "2025-01-01T00:00Z", "add": "x" },
                { "from": "2025-01-01T00:00Z", "to": "2025-01-02T00:00Z", "add": "x", "remove": "y" },
                { "from": "2025-01-01T00:00Z", "to": "2025-01-02T00:00Z", "replace": "x" }
              ],
              "localTime": { "skipped": "never" }
            }
            """);

        Assert.Equal(
            [
                "$.colour", "$.holidays[0]", "$.layers[0].participants[1]", "$.layers[0].rotation.dutyLength",
                "$.layers[0].rotation.kind", "$.layers[0].rotation.length",
                "$.layers[0].rotation.start", "$.layers[1].restrictions[0].days[0]",
                "$.layers[1].restrictions[0].from", "$.layers[1].restrictions[0].monthDays[0]",
                "$.layers[1].restrictions[0].to", "$.layers[1].start", "$.localTime.skipped",
                "$.overrides[0].to", "$.overrides[1]", "$.overrides[2].user", "$.timeZone",
            ],
            faults.Select(f => f.Place).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("""{ "timeZone": "UTC", "layers": [{ "name": "a", "participants": [] }] }""", "$.layers[0].participants")]
    [InlineData(
        """{ "timeZone": "UTC", "layers": [{ "name": "a", "participants": ["x"] }, { "name": "a", "participants": ["y"] }] }""",
        "$.layers[1].name")]
    [InlineData(
        """
        { "timeZone": "UTC",
          "layers": [{ "name": "a", "participants": ["x"],
            "rotation": { "kind": "daily", "length": 1, "start": "2025-01-01T00:00", "first": 1 } }] }
        """,
        "$.layers[0].rotation.first")]
    [InlineData(
        """
        { "timeZone": "UTC",
          "layers": [{ "name": "a", "participants": ["x"],
            "rotation": { "kind": "daily", "length": 1, "start": "2025-01-01T00:00", "align": "calendar" } }] }
        """,
        "$.layers[0].rotation.align")]
    [InlineData(
        """
        { "timeZone": "UTC",
          "fixed": [
            { "from": "2025-01-01T00:00Z", "to": "2025-01-03T00:00Z" },
            { "from": "2025-01-02T00:00Z", "to": "2025-01-04T00:00Z" }] }
        """,
        "$.fixed[1]")]
    [InlineData(
        """{ "timeZone": "UTC", "overrides": [{ "from": "2025-01-01T00:00Z", "to": "2025-01-03T00:00Z", "replace": "*", "user": [] }] }""",
        "$.overrides[0].user")]
    [InlineData(
        """{ "timeZone": "UTC", "overrides": [{ "from": "2025-01-01T00:00Z", "to": "2025-01-03T00:00Z", "add": "x", "layer": "no" }] }""",
        "$.overrides[0].layer")]
    [InlineData("""{ "layers": [] }""", "$.timeZone")]
    [InlineData("""[]""", "$")]
    [InlineData("""{ "timeZone": """, "line 1")]
    [InlineData("""{ "timeZone": "UTC", "layers": [{ "name": "a", "participants": ["\ud800"] }] }""", "$.layers[0].participants[0]")]
    public void Parse_OneFault_NamesItsPath(string json, string place) => Assert.Contains(place, Faults(json).Select(f => f.Place));

    [Fact]
    public void Parse_FaultsOfFormAndOfSense_NamesBothAtTheirPlaces()
    {
        var faults = Faults("""
            {
              "timeZone": "UTC",
              "layers": [
                { "name": "a", "participants": ["x"],
                  "rotation": { "kind": "daily", "length": 1, "start": "2025-01-01T00:00", "first": 7 } },
                { "participants": ["x"] },
                { "participants": ["x"] }
              ],
              "overrides": [
                { "from": "2025-01-01T00:00", "to": "2025-01-02T00:00" },
                { "from": "2025-01-01T00:00", "to": "2025-01-02T00:00", "add": "x", "layer": "nope" },
                { "from": "2025-01-01T00:00", "to": "2025-01-02T00:00", "replace": "*", "user": [] }
              ],
              "fixed": [
                { "from": "2025-01-01T00:00" },
                { "from": "2025-01-01T00:00", "to": "2025-01-03T00:00", "shifts": [] },
                { "from": "2025-01-02T00:00", "to": "2025-01-04T00:00", "shifts": [] }
              ]
            }
            """);

        Assert.Equal(
            [
                "$.fixed[0].to", "$.fixed[2]", "$.layers[0].rotation.first", "$.layers[1].name",
                "$.layers[2].name", "$.overrides[0]", "$.overrides[1].layer", "$.overrides[2].user",
            ],
            faults.Select(f => f.Place).Order(StringComparer.Ordinal));
        Assert.Contains("overlaps fixed[1]", faults.Single(f => f.Place == "$.fixed[2]").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_NumberThatIsTooLarge_NamesTheLargest() =>
        Assert.Contains(
            "a whole number from 1 to 2147483647 is expected",
            Faults("""
                { "timeZone": "UTC",
                  "layers": [{ "name": "a", "participants": ["x"],
                    "rotation": { "kind": "daily", "length": 2147483648, "start": "2025-01-01T00:00" } }] }
                """).Select(f => f.Reason));

    [Fact]
    public void Parse_OfTheLongestDuty_ReadsIt()
    {
        var schedule = new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l => l.Turns(new TurnGrid { Unit = TurnUnit.Daily, StartDate = new DateOnly(2025, 1, 1), DutyLength = TimeSpan.MaxValue })
                    .People(new Responder("a")))
            .Build();

        Assert.Equal(TimeSpan.MaxValue, OnCallSchedule.Parse(schedule.ToJson()).Layers[0].Grid!.DutyLength);
    }

    [Fact]
    public void Parse_TenThousandLayers_IsRefusedAtOnce()
    {
        var layers = string.Join(",", Enumerable.Range(0, 10_000).Select(i => $$"""{ "name": "{{i}}", "participants": ["x"] }"""));

        Assert.Equal("$.layers", Assert.Single(Faults($$"""{ "timeZone": "UTC", "layers": [{{layers}}] }""")).Place);
    }

    [Fact]
    public void Load_FiftyMegabytes_IsRefusedWithoutReadingThemAll()
    {
        using var stream = new MemoryStream(new byte[50 * 1024 * 1024]);
        var refused = Assert.Throws<DocumentException>(() => OnCallSchedule.Load(stream, "big.json"));

        Assert.Contains("16 MiB", refused.Message, StringComparison.Ordinal);
        Assert.True(stream.Position < 20 * 1024 * 1024);
    }

    [Fact]
    public void Parse_TwentyThousandOverridesAtOnce_AnswersByTheLast()
    {
        var overrides = string.Join(",", Enumerable.Range(0, 20_000)
            .Select(i => $$"""{ "from": "2025-01-01T{{i % 24:00}}:00Z", "to": "2026-01-01T00:00Z", "replace": "x", "user": "p{{i}}" }"""));
        var schedule = OnCallSchedule.Parse(
            $$"""{ "timeZone": "UTC", "layers": [{ "name": "a", "participants": ["x"] }], "overrides": [{{overrides}}] }""");

        Assert.Equal("p19999", schedule.OnCallAt(new DateTimeOffset(2025, 6, 1, 0, 0, 0, TimeSpan.Zero))[0].Id);
    }

    [Fact]
    public void Load_FileWithByteOrderMark_ReadsIt()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(
                file,
                """{ "name": "a", "timeZone": "UTC", "layers": [{ "name": "l", "participants": [["x", "y"], []] }] }""",
                new UTF8Encoding(true));
            var schedule = OnCallSchedule.Load(file);
            schedule.Save(file);

            Assert.Equal(schedule.ToJson(), OnCallSchedule.Load(file).ToJson());
            Assert.Equal("x, y", schedule.OnCallAt(default).ToString());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("PT8H", 8 * 3600)]
    [InlineData("P7D", 7 * 86400)]
    [InlineData("P1W", 7 * 86400)]
    [InlineData("P1DT2H3M4S", 86400 + 7384)]
    [InlineData("PT11H59M59S", 43199)]
    [InlineData("PT36H", 36 * 3600)]
    [InlineData("PT0.5S", 0.5)]
    public void TryParse_Duration_ReadsIt(string text, double seconds)
    {
        Assert.True(Iso8601Duration.TryParse(text, out var duration));
        Assert.Equal(seconds, duration.TotalSeconds);
        Assert.True(Iso8601Duration.TryParse(Iso8601Duration.Format(duration), out var again) && again == duration);
    }

    [Theory]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1M")]
    [InlineData("P1Y")]
    [InlineData("PT1D")]
    [InlineData("PT1M1H")]
    [InlineData("8H")]
    [InlineData("P-1D")]
    [InlineData("P99999999999999999D")]
    public void TryParse_NoDuration_IsFalse(string text) => Assert.False(Iso8601Duration.TryParse(text, out _));

    private static IReadOnlyList<DocumentFault> Faults(string json) =>
        Assert.Throws<DocumentException>(() => OnCallSchedule.Parse(json)).Faults;
}
