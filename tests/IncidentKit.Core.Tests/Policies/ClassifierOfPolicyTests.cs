using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IncidentKit.Tests.Policies;

/// <summary>A policy carries its decision table, in code, JSON and configuration, and says everything that is wrong with it.</summary>
[Process("P03")]
public sealed class ClassifierOfPolicyTests
{
    private static readonly SeverityRow Exposed = new() { Name = "exposed", Level = 1, Reason = "exposed", Data = [DataImpact.Exposed] };
    private static readonly SeverityRow Failing = new() { Name = "failing", Level = 2, Reason = "it fails", State = ImpactState.Failing };
    private static readonly SeverityRow Else = new() { Name = "else", Level = 3, Reason = "nothing else fits" };

    private static readonly Dictionary<string, (string Place, string Reason, SeverityRow[] Rows)> Unsound = new()
    {
        ["no rows"] = (
            "classifier",
            "192 of 192 combinations of facts have no level, such as: data is safe, no customer is affected, "
                + "looks only, degraded, for some",
            []),
        ["a hole"] = (
            "classifier",
            "48 of 192 combinations of facts have no level, such as: data is safe, no customer is affected, looks only, degraded, for some",
            [Exposed, With(Failing, level: 1)]),
        ["a level that is not there"] =
            ("classifier[1].level", "there is no level 5: the policy has 4 levels", [Exposed, With(Else, level: 5)]),
        ["level 0"] = ("classifier[0].level", "there is no level 0", [With(Exposed, level: 0), Else]),
        ["a name twice"] = ("classifier[2].name", "row 1 is called \"EXPOSED\" too", [Exposed, Failing, With(Else, name: "EXPOSED")]),
        ["no name"] = ("classifier[0].name", "the name is blank", [With(Exposed, name: " "), Else]),
        ["no reason"] = ("classifier[1].reason", "the reason is blank", [Exposed, With(Else, reason: "")]),
        ["a word that means nothing"] = (
            "classifier[1].function",
            "7 means nothing: name one of Cosmetic, Minor, Major, Critical",
            [Exposed, new() { Name = "odd", Level = 2, Reason = "r", Function = [(ImpactFunction)7] }, Else]),
        ["a data word that means nothing"] = (
            "classifier[1].data",
            "7 means nothing",
            [Exposed, new() { Name = "odd", Level = 2, Reason = "r", Data = [(DataImpact)7] }, Else]),
        ["a reach that means nothing"] = (
            "classifier[1].reach",
            "7 means nothing",
            [Exposed, new() { Name = "odd", Level = 2, Reason = "r", Reach = [(ImpactReach)7] }, Else]),
        ["a state that means nothing"] = (
            "classifier[1].state",
            "7 means nothing",
            [Exposed, new() { Name = "odd", Level = 2, Reason = "r", State = (ImpactState)7 }, Else]),
        ["a duplicate"] = (
            "classifier[2]",
            "the row is a duplicate: it asks for the same as row 1 (\"exposed\"), "
                + "and gives the same level. For data was exposed, no customer is affected, looks only, degraded, "
                + "for some, row 1 (\"exposed\") decides",
            [Exposed, Failing, With(Exposed, name: "again"), Else]),
        ["a contradiction"] = (
            "classifier[2]",
            "the row contradicts row 1 (\"exposed\"): it asks for the same, and gives level 2 where that one gives 1. "
                + "For data was exposed, no customer",
            [Exposed, Failing, With(Exposed, name: "again", level: 2), Else]),
        ["a row behind wider ones"] = (
            "classifier[2]",
            "the row can never decide: what it asks for, 1 (\"exposed\") and 2 (\"failing\") fit before. For data is safe, ",
            [
                Exposed,
                Failing,
                new() { Name = "behind", Level = 2, Reason = "r", State = ImpactState.Failing, Reach = [ImpactReach.Most] },
                Else,
            ]),
        ["less severe for more"] = (
            "classifier[1]",
            "more impact lowers the level: row 2 (\"many\") gives level 4 for data is safe, no customer is affected, "
                + "looks only, degraded, for many, and row 3 (\"else\") level 3 for less: for some",
            [Exposed, new() { Name = "many", Level = 4, Reason = "r", Reach = [ImpactReach.Many, ImpactReach.Most] }, Else]),
        ["less severe for customers"] = (
            "classifier[1]",
            "for less: no customer is affected",
            [Exposed, new() { Name = "customers", Level = 4, Reason = "r", CustomersAffected = true }, Else]),
        ["less severe for lost data"] = (
            "classifier[1]",
            "for data was lost, no customer is affected",
            [Exposed, new() { Name = "lost", Level = 4, Reason = "r", Data = [DataImpact.Lost] }, Else]),
        ["less severe for both than for lost data"] = (
            "classifier[0]",
            "for data was lost and exposed, no customer is affected",
            [With(Exposed, level: 2), new() { Name = "lost", Level = 1, Reason = "r", Data = [DataImpact.Lost] }, Else]),
    };

    public static TheoryData<string> Faults => [.. Unsound.Keys];

    [Fact]
    public void Classifier_ByTheNumberOfLevels_IsTheTableOfTheProcessOrNone()
    {
        Assert.Same(SeverityClassifier.Default, IncidentPolicy.Default.Classifier);
        Assert.Same(SeverityClassifier.Default, IncidentPolicy.Strict.With("IK2003", RuleEnforcement.Warn).Classifier);
        Assert.Null(new IncidentPolicy { Name = "p", Levels = [.. SeverityLevels.Default.Take(3)] }.Classifier);
        Assert.Null(new IncidentPolicy { Name = "p", Classifier = null }.Classifier);
        Assert.Equal(
            4,
            new IncidentPolicy { Name = "p", Classifier = Table(Exposed, Failing, With(Else, level: 4)) }
                .With("IK2003", RuleEnforcement.Warn)
                .Classifier!.Propose(new() { DataExposed = false, State = ImpactState.Degraded }).Level);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Validate_PlantedFault_IsFoundWithPlaceAndTrace(string fault)
    {
        var (place, reason, rows) = Unsound[fault];

        var found = Assert.Single(new IncidentPolicy { Name = "p", Classifier = Table(rows) }.Validate());

        Assert.Equal(place, found.Place);
        Assert.Contains(reason, found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_SoundTables_FindsNothing()
    {
        Assert.Empty(new IncidentPolicy { Name = "p", Classifier = Table(Exposed, Failing, Else) }.Validate());
        Assert.Empty(new IncidentPolicy
        {
            Name = "p",
            Levels = [.. SeverityLevels.Default.Take(2)],
            Classifier = Table(Exposed, With(Else, level: 2)),
        }.Validate());
    }

    [Fact]
    public void Read_TableOfTheTeam_Decides()
    {
        var policy = Read("""
            { "name": "payments", "classifier": [
                { "name": "exposed", "level": 1, "reason": "exposed", "data": "exposed" },
                { "name": "failing", "level": 2, "reason": "it fails", "customersAffected": true,
                  "function": [ "major", "critical" ], "state": "failing", "reach": [ "many", "most" ] },
                { "name": "else", "level": 4, "reason": "nothing else fits" } ] }
            """);

        Assert.Equal(["exposed", "failing", "else"], policy.Classifier!.Rows.Select(row => row.Name));
        var facts = new ImpactFacts
        {
            DataLost = true,
            DataExposed = false,
            CustomersAffected = true,
            Function = ImpactFunction.Major,
            State = ImpactState.Failing,
            Reach = ImpactReach.Many,
        };
        Assert.Equal(
            [2, 4, 4],
            new[] { facts, facts with { State = ImpactState.Degraded }, facts with { CustomersAffected = false } }
                .Select(f => policy.Classifier.Propose(f).Level));
        Assert.Equal(IncidentPolicyJson.Write(policy), IncidentPolicyJson.Write(Read(IncidentPolicyJson.Write(policy))));
    }

    [Fact]
    public void Read_None_IsNone()
    {
        var policy = Read("""{ "name": "p", "classifier": "none" }""");

        Assert.Null(policy.Classifier);
        Assert.Null(Read(IncidentPolicyJson.Write(policy)).Classifier);
    }

    [Fact]
    public void Read_SeveralFaults_AreAllNamedWithTheirPaths()
    {
        Assert.Equal(
            [
                "$.classifier[0].level", "$.classifier[0].reach", "$.classifier[0].weather",
                "$.classifier[1].customersAffected", "$.classifier[1].name", "$.classifier[1].state",
            ],
            FaultsOf("""
                { "name": "p", "classifier": [
                    { "name": "a", "reason": "r", "reach": [ "all" ], "weather": "fine" },
                    { "level": 2, "reason": "r", "customersAffected": "yes", "state": "down" } ] }
                """));
        Assert.Equal(
            ["$.classifier", "$.classifier[0]", "$.classifier[0].level", "$.classifier[1]", "$.classifier[1].level"],
            FaultsOf("""
                { "name": "p", "classifier": [
                    { "name": "failing", "level": 9, "reason": "r", "state": "failing" },
                    { "name": "again", "level": 8, "reason": "r", "state": "failing" },
                    { "name": "internal", "level": 1, "reason": "r", "customersAffected": false } ] }
                """));
        Assert.Equal(["$.classifier"], FaultsOf("""{ "name": "p", "classifier": "some" }"""));
    }

    [Fact]
    public void Configuration_TableOfTheTeam_Decides_AndEachFaultNamesItsSetting()
    {
        Dictionary<string, string?> settings = new()
        {
            ["IncidentKit:Policies:payments:Classifier:0:Name"] = "exposed",
            ["IncidentKit:Policies:payments:Classifier:0:Level"] = "1",
            ["IncidentKit:Policies:payments:Classifier:0:Reason"] = "exposed",
            ["IncidentKit:Policies:payments:Classifier:0:Data:0"] = "Exposed",
            ["IncidentKit:Policies:payments:Classifier:1:Name"] = "internal",
            ["IncidentKit:Policies:payments:Classifier:1:Level"] = "4",
            ["IncidentKit:Policies:payments:Classifier:1:Reason"] = "no customer",
            ["IncidentKit:Policies:payments:Classifier:1:CustomersAffected"] = "False",
            ["IncidentKit:Policies:payments:Classifier:2:Name"] = "else",
            ["IncidentKit:Policies:payments:Classifier:2:Level"] = "3",
            ["IncidentKit:Policies:payments:Classifier:2:Reason"] = "else",
            ["IncidentKit:Policies:batch:Classifier"] = "none",
        };
        using (var services = Services(settings))
        {
            var policies = services.GetRequiredService<IncidentPolicies>();
            Assert.Equal([1, 3], policies.Find("payments").Classifier!.Propose(new() { CustomersAffected = true }).Open);
            Assert.Null(policies.Find("batch").Classifier);
        }

        settings["IncidentKit:Policies:payments:Classifier:2:CustomersAffected"] = "true";
        settings["IncidentKit:Policies:payments:Classifier:2:State"] = "failing";
        settings["IncidentKit:Policies:payments:Classifier:1:Level"] = "7";
        using var faulty = Services(settings);
        var faults = Assert.Throws<OptionsValidationException>(() => faulty.GetRequiredService<IOptions<IncidentKitOptions>>().Value)
            .Failures.ToList();

        Assert.Equal(
            ["IncidentKit:Policies:payments:classifier:", "IncidentKit:Policies:payments:classifier:1:level:"],
            faults.Select(f => f[..(f.IndexOf(": ", StringComparison.Ordinal) + 1)]).Order(StringComparer.Ordinal));
    }

    private static IncidentPolicy Read(string json) => IncidentPolicyReader.Read(Encoding.UTF8.GetBytes(json), "policy.json");

    private static IEnumerable<string> FaultsOf(string json) =>
        Assert.Throws<DocumentException>(() => Read(json)).Faults.Select(f => f.Place).Order(StringComparer.Ordinal);

    private static SeverityClassifier Table(params SeverityRow[] rows) => new(rows);

    private static SeverityRow With(SeverityRow row, string? name = null, int? level = null, string? reason = null) =>
        new() { Name = name ?? row.Name, Level = level ?? row.Level, Reason = reason ?? row.Reason, Data = row.Data, State = row.State };

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var services = new ServiceCollection();
        services.AddIncidentKit(new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("IncidentKit"));
        return services.BuildServiceProvider();
    }
}
