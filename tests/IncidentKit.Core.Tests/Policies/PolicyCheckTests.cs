using System.Text;

namespace IncidentKit.Tests.Policies;

/// <summary>A policy with faults is refused wherever it is given, with all of them named.</summary>
[Process("P01")]
public sealed class PolicyCheckTests
{
    private static readonly SeverityLevel Sev1 = Level(1, "SEV-1");
    private static readonly SeverityLevel Sev2 = Level(2, "SEV-2");

    private static readonly Dictionary<string, (string Place, IncidentPolicy Policy)> Unsound = new()
    {
        ["no name"] = ("name", new() { Name = " " }),
        ["a line break in the name"] = ("name", new() { Name = "pay\nments" }),
        ["version 0"] = ("version", new() { Name = "p", Version = 0 }),
        ["no calendar"] = ("calendar", new() { Name = "p", Calendar = null! }),
        ["no levels"] = ("levels", new() { Name = "p", Levels = [] }),
        ["one level"] = ("levels", new() { Name = "p", Levels = [Sev1], ProvisionalLevel = 1 }),
        ["ten levels"] = ("levels", new() { Name = "p", Levels = [.. Enumerable.Range(1, 10).Select(rank => Level(rank, $"P{rank}"))] }),
        ["two levels of one name"] = ("levels", new() { Name = "p", Levels = [Sev1, Level(2, "sev-1")] }),
        ["a rank that is not the place"] = ("levels[1].rank", new() { Name = "p", Levels = [Sev1, Level(3, "SEV-2")] }),
        ["a level without a name"] = ("levels[1].name", new() { Name = "p", Levels = [Sev1, Level(2, "")] }),
        ["a level without a response target"] = ("levels[1].response", new() { Name = "p", Levels = [Sev1, new() { Rank = 2, Name = "SEV-2", Title = "", Impact = "", Response = default }] }),
        ["a deadline of zero"] = ("levels[1].updateEvery", new() { Name = "p", Levels = [Sev1, Level(2, "SEV-2", updateEvery: TimeSpan.Zero)] }),
        ["people wanted, and no time for it"] = ("levels[1].staffWithin", new() { Name = "p", Levels = [Sev1, Level(2, "SEV-2", staffing: Staffing.Commander)] }),
        ["a provisional level that is not there"] = ("provisionalLevel", new() { Name = "p", Levels = [Sev1, Sev2], ProvisionalLevel = 3 }),
        ["business day 0"] = ("publishOnBusinessDay", new() { Name = "p", PublishOnBusinessDay = 0 }),
        ["a tolerance below zero"] = ("clockTolerance", new() { Name = "p", ClockTolerance = TimeSpan.FromMinutes(-5) }),
        ["relief after no time"] = ("relieveAfter", new() { Name = "p", RelieveAfter = TimeSpan.Zero }),
        ["a rule twice"] = ("rules", new() { Name = "p", Rules = [.. BuiltInRules.All, BuiltInRules.All[^1]] }),
        ["no phase table"] = ("rules", IncidentPolicy.Default.Without("IK2001")),
        ["a form rule missing"] = ("rules", IncidentPolicy.Default.Without("IK1001")),
        ["enforcement of a rule that is not there"] = ("rules.IK9999", IncidentPolicy.Default.With("IK9999", RuleEnforcement.Off)),
        ["a fixed rule off"] = ("rules.IK2001", IncidentPolicy.Default.With("IK2001", RuleEnforcement.Off)),
        ["an obligation twice"] = ("obligations", new() { Name = "p", Obligations = [.. ObligationTable.All, ObligationTable.All[0]] }),
    };

    public static TheoryData<string> Faults => [.. Unsound.Keys];

    [Fact]
    public void Validate_BuiltInPolicies_FindsNothing()
    {
        Assert.Empty(IncidentPolicy.Default.Validate());
        Assert.Empty(IncidentPolicy.Strict.Validate());
        Assert.Empty(new IncidentPolicy { Name = "p", Levels = [Sev1, Sev2] }.Validate());
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Validate_UnsoundPolicy_NamesThePlace(string fault)
    {
        var (place, policy) = Unsound[fault];

        Assert.Equal(place, Assert.Single(policy.Validate()).Place);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Create_LifecycleOrCatalogueOfAnUnsoundPolicy_Throws(string fault)
    {
        var policy = Unsound[fault].Policy;

        Assert.Equal(policy.Validate(), Assert.Throws<IncidentPolicyException>(() => new IncidentLifecycle(policy)).Faults);
        Assert.ThrowsAny<ArgumentException>(() => new IncidentPolicies(policy));
    }

    [Fact]
    public void Read_SeveralFaults_AreAllNamedWithTheirPaths()
    {
        const string json = """
            {
              "name": "payments", "provisionalLevel": 7, "clockTolerance": "soon", "colour": "red",
              "levels": [
                { "name": "A", "response": { "within": "00:05:00" } },
                { "name": "a", "response": { "within": "00:05:00" }, "staffing": "commander", "standUpWithin": { "fromDetection": "00:05:00" } }
              ],
              "rules": { "IK2001": "off", "IK2003": "enforce", "IK9999": "warn" }
            }
            """;

        var read = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "payments.json"));

        Assert.Equal(
            ["$.clockTolerance", "$.colour", "$.levels", "$.levels[1].staffWithin", "$.levels[1].standUpWithin", "$.provisionalLevel", "$.rules.IK2001", "$.rules.IK9999"],
            read.Faults.Select(f => f.Place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Read_WhatWasWritten_GivesTheSamePolicy()
    {
        foreach (var policy in new[] { IncidentPolicy.Default, IncidentPolicy.Strict })
        {
            var written = IncidentPolicyJson.Write(policy);

            Assert.Equal(written, IncidentPolicyJson.Write(IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(written), "policy")));
        }
    }

    private static SeverityLevel Level(int rank, string name, Staffing staffing = Staffing.Nobody, TimeSpan? updateEvery = null) =>
        new() { Rank = rank, Name = name, Title = "", Impact = "", Response = ResponseTarget.EndOfNextBusinessDay, Staffing = staffing, UpdateEvery = updateEvery };
}
