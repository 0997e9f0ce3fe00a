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
        ["a level without a response target"] = (
            "levels[1].response",
            new() { Name = "p", Levels = [Sev1, new() { Rank = 2, Name = "SEV-2", Title = "", Impact = "", Response = default }] }),
        ["a deadline of zero"] =
            ("levels[1].updateEvery", new() { Name = "p", Levels = [Sev1, Level(2, "SEV-2", updateEvery: TimeSpan.Zero)] }),
        ["people wanted, and no time for it"] =
            ("levels[1].staffWithin", new() { Name = "p", Levels = [Sev1, Level(2, "SEV-2", staffing: Staffing.Commander)] }),
        ["a provisional level that is not there"] = ("provisionalLevel", new() { Name = "p", Levels = [Sev1, Sev2], ProvisionalLevel = 3 }),
        ["business day 0"] = ("publishOnBusinessDay", new() { Name = "p", PublishOnBusinessDay = 0 }),
        ["a tolerance below zero"] = ("clockTolerance", new() { Name = "p", ClockTolerance = TimeSpan.FromMinutes(-5) }),
        ["relief after no time"] = ("relieveAfter", new() { Name = "p", RelieveAfter = TimeSpan.Zero }),
        ["a rule twice"] = ("rules", new() { Name = "p", Rules = [.. BuiltInRules.All, BuiltInRules.All[^1]] }),
        ["no phase table"] = ("rules", HostRules.DefaultWithout("IK2001")),
        ["a form rule missing"] = ("rules", HostRules.DefaultWithout("IK1001")),
        ["enforcement of a rule that is not there"] = ("rules.IK9999", IncidentPolicy.Default.With("IK9999", RuleEnforcement.Off)),
        ["a fixed rule off"] = ("rules.IK2001", IncidentPolicy.Default.With("IK2001", RuleEnforcement.Off)),
        ["levels missing"] = ("levels", new() { Name = "p", Levels = null! }),
        ["a level missing"] = ("levels[1]", new() { Name = "p", Levels = [Sev1, null!] }),
        ["a paging word that is none"] = ("levels[0].paging", new()
        {
            Name = "p",
            Levels = [new()
            {
                Rank = 1,
                Name = "A",
                Title = "",
                Impact = "",
                Response = ResponseTarget.EndOfNextBusinessDay,
                Paging = (PagingHours)9,
            }, Sev2],
        }),
        ["a staffing word that is none"] = ("levels[0].staffing", new()
        {
            Name = "p",
            Levels = [new()
            {
                Rank = 1,
                Name = "A",
                Title = "",
                Impact = "",
                Response = ResponseTarget.EndOfNextBusinessDay,
                Staffing = (Staffing)9,
                StaffWithin = TimeSpan.FromHours(1),
            }, Sev2],
        }),
        ["a post-mortem word that is none"] = ("levels[0].postMortem", new()
        {
            Name = "p",
            Levels = [new()
            {
                Rank = 1,
                Name = "A",
                Title = "",
                Impact = "",
                Response = ResponseTarget.EndOfNextBusinessDay,
                PostMortem = (PostMortemDemand)9,
            }, Sev2],
        }),
        ["an audience missing"] = ("levels[0].audience", new()
        {
            Name = "p",
            Levels =
            [
                new() { Rank = 1, Name = "A", Title = "", Impact = "", Response = ResponseTarget.EndOfNextBusinessDay, Audience = null! },
                Sev2,
            ],
        }),
        ["a blank audience"] = ("levels[0].audience", new()
        {
            Name = "p",
            Levels = [new()
            {
                Rank = 1,
                Name = "A",
                Title = "",
                Impact = "",
                Response = ResponseTarget.EndOfNextBusinessDay,
                Audience = ["on-call", " "],
            }, Sev2],
        }),
        ["no escalation"] = ("escalation", new() { Name = "p", Escalation = null! }),
        ["escalation steps missing"] = ("escalation.steps", new() { Name = "p", Escalation = new() { Steps = null! } }),
        ["an escalation step missing"] = (
            "escalation.steps[1]",
            new() { Name = "p", Escalation = new() { Steps = [new() { Targets = [EscalationTarget.OnCall] }, null!] } }),
        ["rules missing"] = ("rules", new() { Name = "p", Rules = null! }),
        ["a rule missing"] = ($"rules[{BuiltInRules.All.Count}]", new() { Name = "p", Rules = [.. BuiltInRules.All, null!] }),
        ["a rule without an id"] = ($"rules[{BuiltInRules.All.Count}].id", With(HostRules.Make(" ", [], _ => null))),
        ["a rule without a check"] = ($"rules[{BuiltInRules.All.Count}].check", With(HostRules.Make("ACME-1", [], null!))),
        ["a rule of no subject"] = ($"rules[{BuiltInRules.All.Count}].category", With(new()
        {
            Id = "ACME-1",
            Category = 0,
            Summary = "",
            Remedy = "",
            Default = RuleEnforcement.Warn,
            Check = _ => null,
        })),
        ["a rule of no enforcement"] =
            ($"rules[{BuiltInRules.All.Count}].default", With(HostRules.Make("ACME-1", [], _ => null, (RuleEnforcement)9))),
        ["a rule without kinds"] = ($"rules[{BuiltInRules.All.Count}].appliesTo", With(HostRules.Make("ACME-1", null!, _ => null))),
        ["a rule of a null kind"] = ($"rules[{BuiltInRules.All.Count}].appliesTo", With(HostRules.Make("ACME-1", [null!], _ => null))),
        ["a rule of what is no command"] =
            ($"rules[{BuiltInRules.All.Count}].appliesTo", With(HostRules.Make("ACME-1", [typeof(Incident)], _ => null))),
        ["a rule of all commands at once"] =
            ($"rules[{BuiltInRules.All.Count}].appliesTo", With(HostRules.Make("ACME-1", [typeof(IncidentCommand)], _ => null))),
        ["an enforcement that is none"] = ("rules.IK2003", IncidentPolicy.Default.With("IK2003", (RuleEnforcement)9)),
        ["obligations missing"] = ("obligations", new() { Name = "p", Obligations = null! }),
        ["an obligation missing"] =
            ($"obligations[{BuiltInObligations.All.Count}]", new() { Name = "p", Obligations = [.. BuiltInObligations.All, null!] }),
        ["an obligation twice"] =
            ("obligations", new() { Name = "p", Obligations = [.. BuiltInObligations.All, BuiltInObligations.Acknowledge] }),
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

    [Theory]
    [MemberData(nameof(Faults))]
    public void Plus_RulesOfTheHost_LeavesTheFaultToTheCheck(string fault)
    {
        var (place, policy) = Unsound[fault];

        Assert.Equal(place, Assert.Single(policy.Plus([HostRules.Make("ACME-9", [], _ => null)], []).Validate()).Place);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllNamedWithTheirPaths()
    {
        const string json = """
            {
              "name": "payments", "provisionalLevel": 7, "clockTolerance": "soon", "colour": "red",
              "levels": [
                { "name": "A", "response": { "within": "00:05:00" } },
                { "name": "a", "response": { "within": "00:05:00" },
                  "staffing": "commander", "standUpWithin": { "fromDetection": "00:05:00" } }
              ],
              "rules": { "IK2001": "off", "IK2003": "enforce", "IK9999": "warn" }
            }
            """;

        var read = Assert.Throws<DocumentException>(() => IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "payments.json"));

        Assert.Equal(
            [
                "$.clockTolerance", "$.colour", "$.levels", "$.levels[1].staffWithin",
                "$.levels[1].standUpWithin", "$.provisionalLevel", "$.rules.IK2001", "$.rules.IK9999",
            ],
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

    private static IncidentPolicy With(IncidentRule rule) => new() { Name = "p", Rules = [.. BuiltInRules.All, rule] };

    private static SeverityLevel Level(int rank, string name, Staffing staffing = Staffing.Nobody, TimeSpan? updateEvery = null) =>
        new()
        {
            Rank = rank,
            Name = name,
            Title = "",
            Impact = "",
            Response = ResponseTarget.EndOfNextBusinessDay,
            Staffing = staffing,
            UpdateEvery = updateEvery,
        };
}
