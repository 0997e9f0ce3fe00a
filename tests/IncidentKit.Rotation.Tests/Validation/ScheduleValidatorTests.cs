namespace IncidentKit.Rotation.Tests.Validation;

/// <summary>Each finding, and the schedule beside it that has none.</summary>
[Process("P45")]
public sealed class ScheduleValidatorTests
{
    private const string Week =
        """ "rotation": { "kind": "weekly", "length": 1, "start": "2025-01-06T09:00" }, "participants": ["a", "b"] """;

    [Theory]
    [InlineData("""{ "kind": "weekly", "length": 2, "start": "2025-01-06T09:00" }""", ScheduleFindingKind.TurnLongerThanWeek)]
    [InlineData("""{ "kind": "monthly", "length": 1, "start": "2025-01-06T09:00" }""", ScheduleFindingKind.TurnLongerThanWeek)]
    [InlineData("""{ "kind": "daily", "length": 1, "start": "2025-01-06T09:00" }""", ScheduleFindingKind.TurnShorterThanWeek)]
    [InlineData("""{ "kind": "daily", "length": 7, "start": "2025-01-06T09:00" }""", null)]
    [InlineData("""{ "kind": "hourly", "length": 168, "start": "2025-01-06T09:00" }""", null)]
    [Process("P43")]
    public void Check_LengthOfTurn_IsComparedWithAWeek(string rotation, ScheduleFindingKind? kind)
    {
        var findings = Check($$"""{ "name": "l", "rotation": {{rotation}}, "participants": ["a", "b"] }""");

        Assert.Equal(kind is null ? [] : [kind.Value], findings.Select(f => f.Kind));
        Assert.All(findings, f => Assert.Equal("layers[0].rotation.length", f.Place));
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, ScheduleFindingKind.TurnLongerThanWeek)]
    [InlineData(1, ScheduleFindingKind.TurnShorterThanWeek)]
    [Process("P43")]
    public void Check_TurnOfActiveDays_IsComparedWithAWorkingWeek(int length, ScheduleFindingKind? kind)
    {
        var findings = Check($$"""
            { "name": "l", "participants": ["a", "b"],
              "rotation": { "kind": "daily", "length": {{length}}, "start": "2025-01-06T00:00", "advance": "activeDay" },
              "restrictions": [{ "days": ["MO", "TU", "WE", "TH", "FR"], "from": "09:00", "to": "17:00" }] }
            """);

        Assert.Equal(kind is null ? [] : [kind.Value], findings.Select(f => f.Kind));
    }

    [Fact]
    public void Check_DailyTurnsOnOneWeekday_SaysWhoGetsNone()
    {
        // Seven people and a window on Mondays: always the same one.
        var findings = Check("""
            { "name": "l", "participants": ["a", "b", "c", "d", "e", "f", "g"],
              "rotation": { "kind": "daily", "length": 1, "start": "2025-01-06T00:00" },
              "restrictions": [{ "days": ["MO"], "from": "09:00", "to": "17:00" }] }
            """);

        Assert.Equal(
            [
                "layers[0].participants[1]", "layers[0].participants[2]", "layers[0].participants[3]",
                "layers[0].participants[4]", "layers[0].participants[5]", "layers[0].participants[6]",
            ],
            findings.Where(f => f.Kind == ScheduleFindingKind.PersonWithoutTurn).Select(f => f.Place));
    }

    [Fact]
    public void Check_TwoEntriesWithoutRotation_SaysThatTheSecondGetsNone() =>
        Assert.Equal(
            [(ScheduleFindingKind.PersonWithoutTurn, "layers[0].participants[1]")],
            Check("""{ "name": "l", "participants": ["a", "b"] }""").Select(f => (f.Kind, f.Place)));

    [Theory]
    [InlineData("""{ "monthDays": [30], "days": ["MO"], "from": "09:00", "to": "10:00" }""", false)]
    [InlineData("""{ "from": "09:00", "to": "10:00", "holidays": "only" }""", true)]
    [InlineData("""{ "from": "20:00", "to": "21:00" }""", true)]
    public void Check_WindowAndDuty_SaysWhichWindowMeetsNoTurn(string window, bool isFound)
    {
        // On duty for three hours from Monday 09:00.
        var findings = Check($$"""
            { "name": "l", "participants": ["a"],
              "rotation": { "kind": "weekly", "length": 1, "start": "2025-01-06T09:00", "dutyLength": "PT3H" },
              "restrictions": [{ "from": "09:00", "to": "17:00" }, {{window}}] }
            """);

        Assert.Equal(
            isFound ? ["layers[0].restrictions[1]"] : [],
            findings.Where(f => f.Kind == ScheduleFindingKind.WindowMeetsNoTurn).Select(f => f.Place));
    }

    [Fact]
    public void Check_LayerUnderOneThatIsAlwaysThere_IsAlwaysHidden()
    {
        var findings = Check($$"""{ "name": "low", {{Week}} }, { "name": "high", "priority": 1, {{Week}} }""");

        Assert.Equal([(ScheduleFindingKind.LayerAlwaysHidden, "layers[0]")], findings.Select(f => (f.Kind, f.Place)));
        Assert.Empty(Check($$"""
            { "name": "low", {{Week}} },
            { "name": "high", "priority": 1, {{Week}}, "restrictions": [{ "from": "09:00", "to": "08:59" }] }
            """));
    }

    [Fact]
    public void Check_LayerThatEndedBeforeTheOriginOfItsGrid_IsLookedAtBeforeItsEnd() =>
        Assert.Empty(ScheduleValidator.Check(new OnCallScheduleBuilder("s", "UTC")
            .AddLayer(
                "l",
                l => l.Weekly(DayOfWeek.Monday, new TimeOnly(9, 0), new DateOnly(2026, 1, 5)).People(new Responder("a"), new Responder("b"))
                    .During(new TimeOnly(9, 0), new TimeOnly(17, 0)).Between(null, new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero)))
            .Build()));

    [Fact]
    public void Check_LayerThatEndsBeforeItStarts_NeverApplies() =>
        Assert.Equal(
            ScheduleFindingKind.LayerNeverApplies,
            Assert.Single(
                Check("""{ "name": "l", "participants": ["a"], "start": "2025-01-02T00:00", "end": "2025-01-01T00:00" }""")).Kind);

    [Fact]
    [Process("P44")]
    public void Check_HourlyTurnsAcrossAGap_SaysWhichTurnIsLost()
    {
        var finding = Check(
            """{ "name": "l", "rotation": { "kind": "hourly", "length": 1, "start": "2025-01-01T00:00" }, "participants": ["a", "b"] }""",
            "America/Chicago")
            .Single(f => f.Kind == ScheduleFindingKind.HandoffsFallTogether);

        Assert.Contains("2025-03-09T08:00Z", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "remove": "z" """, true)]
    [InlineData(""" "remove": "a" """, false)]
    [InlineData(""" "add": "a" """, true)]
    [InlineData(""" "replace": "z", "user": "b" """, true)]
    [InlineData(""" "swap": "a", "takenBy": null """, false)]
    [InlineData(""" "replace": "*", "user": "a" """, true)]
    public void Check_Override_SaysWhetherItHasNoEffect(string change, bool isFound)
    {
        // Within the first turn, which is a's.
        var findings = Check(
            $$"""{ "name": "l", {{Week}} }""",
            more: $$""" , "overrides": [{ "from": "2025-01-07T00:00", "to": "2025-01-08T00:00", {{change}} }] """);

        Assert.Equal(
            isFound ? ["overrides[0]"] : [],
            findings.Where(f => f.Kind == ScheduleFindingKind.OverrideWithoutEffect).Select(f => f.Place));
    }

    private static IReadOnlyList<ScheduleFinding> Check(string layers, string zone = "UTC", string more = "") =>
        ScheduleValidator.Check(OnCallSchedule.Parse($$"""{ "timeZone": "{{zone}}", "layers": [{{layers}}]{{more}} }"""));
}
