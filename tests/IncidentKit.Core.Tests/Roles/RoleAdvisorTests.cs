using FsCheck.Xunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Tests.Roles;

/// <summary>Proposals that respect the other open incidents.</summary>
[Laws(150)]
public sealed class RoleAdvisorTests
{
    private static readonly IncidentPolicy Calm = new() { Name = "calm", ProvisionalLevel = 4 };
    private static readonly Responder Dan = new("dan");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [Process("P15")]
    [InlineData(2, 1, true)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(null, 2, true)]
    [InlineData(null, 3, false)]
    [InlineData(2, null, true)]
    [InlineData(1, null, false)]
    public async Task Propose_CommanderOfAnotherIncident_IsBoundByEqualOrHigherSeverity(int? own, int? other, bool isBound)
    {
        var world = new World([Alice, Bob]);
        await world.AddAsync(other, Alice);
        var incident = await world.AddAsync(own, null);

        var proposals = await world.Advisor.ProposeAsync(incident, cancellationToken: Cancel);

        Assert.Equal(isBound ? [Bob, Alice] : [Alice, Bob], proposals.Select(p => p.Person));
        Assert.Equal(isBound ? [false, true] : [false, false], proposals.Select(p => p.IsBoundElsewhere));
    }

    [Fact]
    [Process("P15")]
    public async Task BoundElsewhere_LevelNotSet_CountsByThePolicyOfThatIncident()
    {
        var world = new World([Alice]);
        await world.AddAsync(null, Alice, "calm");
        await world.AddAsync(null, Bob);

        Assert.Equal([Bob], await world.Advisor.BoundElsewhereAsync(await world.AddAsync(3, null), Cancel));
        Assert.Equal([Alice, Bob], (await world.Advisor.BoundElsewhereAsync(await world.AddAsync(4, null), Cancel)).OrderBy(p => p.Id));
    }

    [Fact]
    [Process("P15")]
    public async Task BoundElsewhere_PolicyThatThisHostDoesNotKnow_BindsItsCommander()
    {
        var world = new World([Alice]);
        await world.AddAsync(null, Alice, "calm");
        var incident = await world.AddAsync(1, null);
        var advisor = new RoleAdvisor(world.Store, new ListedOnCall([Alice]), new IncidentPolicies(IncidentPolicy.Default), world.Clock);

        Assert.Equal([Alice], await advisor.BoundElsewhereAsync(incident, Cancel));
    }

    [Fact]
    [Process("P15")]
    public async Task BoundElsewhere_ItselfClosedOrNobodyInCommand_BindsNobody()
    {
        var world = new World([Alice]);
        await world.AddAsync(1, Bob, isOver: true);
        await world.AddAsync(1, null);

        Assert.Empty(await world.Advisor.BoundElsewhereAsync(await world.AddAsync(1, Alice), Cancel));
    }

    [Property]
    [Process("P15")]
    public async Task Propose_AnyOpenIncidents_IsTheBestOfAllAssignments(byte[] others, byte onCall, byte leads, byte own)
    {
        Responder[] people = [Alice, Bob, Carol, Dan, new("eve")];
        List<Responder> Some(byte mask) => [.. people.Where((_, i) => (mask >> i) % 2 == 1)];
        var world = new World(Some(onCall));
        HashSet<Responder> bound = [];
        var (ownLevel, ownPolicy) = ((own % 5) switch { 0 => (int?)null, var level => level }, own / 5 % 2 == 0 ? "default" : "calm");
        foreach (var other in others.Take(6))
        {
            var level = (other % 5) switch { 0 => (int?)null, var set => set };
            var commander = other / 5 % 6 is var who && who < 5 ? people[who] : null;
            var isOver = other / 30 % 4 == 0;
            var policy = other / 120 % 2 == 0 ? "default" : "calm";
            await world.AddAsync(level, commander, policy, isOver);
            if (!isOver && commander is not null && Rank(level, policy) <= Rank(ownLevel, ownPolicy))
                bound.Add(commander);
        }

        var incident = await world.AddAsync(ownLevel, own % 7 == 0 ? people[own / 10 % 5] : null, ownPolicy);

        var proposals = await world.Advisor.ProposeAsync(incident, Some(leads), Cancel);

        var (best, free) = Best(incident.Roles, Some(onCall), Some(leads), bound);
        Assert.Equal(best, proposals.Select(p => (p.Role, p.Person, p.IsBoundElsewhere)));
        Assert.True(free.Except(proposals.Select(p => p.Person))
            .Except(new[] { incident.Roles.Commander }.OfType<Responder>())
            .Any() is var isSomebodyFree && !(isSomebodyFree && proposals.Any(p => p.IsBoundElsewhere)));
        Assert.Equal(proposals.Select(p => p.Person).Distinct(), proposals.Select(p => p.Person));
        Assert.DoesNotContain(proposals, p => p.Person == incident.Roles.Commander);
    }

    [Fact]
    [Process("P12")]
    public async Task ProposeRelief_EndOfTheShift_ComesFromTheDirectory()
    {
        var directory = new ListedOnCall([Alice], Start.AddHours(2));
        var world = new World([], directory);
        var incident = await world.AddAsync(2, Alice);

        Assert.Null(await world.Advisor.ProposeReliefAsync(incident, Cancel));
        Assert.Equal(Start.AddHours(2), await world.Advisor.ReliefDueAsync(incident, Cancel));
        Assert.All(directory.Asked, asked => Assert.Equal(("checkout", Alice, Start, Start.AddHours(6)), asked));

        world.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(ReliefReasons.ShiftEnded, (await world.Advisor.ProposeReliefAsync(incident, Cancel))!.Reasons);
        world.Clock.Advance(TimeSpan.FromHours(5));
        Assert.Equal(
            ReliefReasons.ShiftEnded | ReliefReasons.LongCommand,
            (await world.Advisor.ProposeReliefAsync(incident, Cancel))!.Reasons);
        Assert.Equal(Start.AddHours(7), directory.Asked[^1].Until);
    }

    [Fact]
    [Process("P12")]
    public async Task ProposeRelief_NobodyInCommand_AsksNobody()
    {
        var directory = new ListedOnCall([Alice], Start.AddHours(2));
        var world = new World([], directory);

        Assert.Null(await world.Advisor.ProposeReliefAsync(await world.AddAsync(2, null), Cancel));
        Assert.Empty(directory.Asked);
    }

    [Fact]
    [Process("P15")]
    public void RoleAdvisor_WithoutADirectory_IsRefusedWithTheRemedyAndNothingElseIs()
    {
        using var services = new ServiceCollection()
            .AddIncidentKit()
            .Services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true });

        Assert.Contains(
            "AddRotation",
            Assert.Throws<InvalidOperationException>(services.GetRequiredService<RoleAdvisor>).Message,
            StringComparison.Ordinal);
        Assert.NotNull(services.GetRequiredService<IncidentManager>());
    }

    private static int Rank(int? level, string policy) => level ?? (policy == "calm" ? 4 : 2);

    // Every way to give three roles to people or to nobody; the best is the one whose first role is filled best, then
    // the second, then the third.
    private static (List<(IncidentRole, Responder, bool)> Best, HashSet<Responder> Free) Best(
        RoleHolders holders, List<Responder> onCall, List<Responder> leads, HashSet<Responder> bound)
    {
        List<Responder?> choices = [.. onCall.Union(leads), null];
        List<(string Score, List<(IncidentRole, Responder, bool)> Roles)> all = [];
        foreach (var commander in choices)
        {
            foreach (var technical in choices)
            {
                foreach (var communications in choices)
                {
                    Responder?[] three = [commander, technical, communications];
                    var named = three.OfType<Responder>().ToList();
                    if (named.Distinct().Count() < named.Count
                        || named.Contains(holders.Commander!)
                        || (holders.Commander is not null && commander is not null))
                    {
                        continue;
                    }

                    all.Add((string.Concat(three.Select((person, i) => Score(i == 0, person))),
                    [
                        .. three.Select((person, i) => ((IncidentRole)i, person))
                            .Where(p => p.person is not null)
                            .Select(p => (p.Item1, p.person!, bound.Contains(p.person!))),
                    ]));
                }
            }
        }

        return (all.MinBy(a => a.Score, StringComparer.Ordinal).Roles, [.. onCall.Union(leads).Except(bound)]);

        string Score(bool forCommand, Responder? person)
        {
            if (person is null)
                return "9999";
            var (isOnCall, isLead) = (onCall.Contains(person), leads.Contains(person));
            var kind = !isOnCall ? 2 : isLead == forCommand ? 0 : 1;
            var place = isLead ? leads.IndexOf(person) : onCall.IndexOf(person);
            return $"{(bound.Contains(person) ? 1 : 0)}{kind}{place}0";
        }
    }

    private sealed class World
    {
        private readonly IncidentManager _manager;

        public World(IReadOnlyList<Responder> onCall, IOnCallDirectory? directory = null)
        {
            var services = new ServiceCollection();
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton(directory ?? new ListedOnCall(onCall));
            services.AddIncidentKit().AddPolicy(Calm);
            var provider = services.BuildServiceProvider();
            (_manager, Store, Advisor) = (
                provider.GetRequiredService<IncidentManager>(),
                provider.GetRequiredService<IIncidentStore>(),
                provider.GetRequiredService<RoleAdvisor>());
        }

        public FakeTimeProvider Clock { get; } = new(Start);

        public IIncidentStore Store { get; }

        public RoleAdvisor Advisor { get; }

        public async Task<Incident> AddAsync(int? level, Responder? commander, string policy = "default", bool isOver = false)
        {
            var by = new SystemActor("monitor");
            var incident = (await _manager.DeclareAsync(
                new DeclareIncident { By = by, Title = "Checkout fails", Service = "checkout", Level = level },
                policy,
                Cancel)).Incident!;
            List<IncidentCommand> commands = [];
            if (commander is not null)
                commands.Add(new TakeCommand { By = commander, Reason = "first one here" });
            if (isOver)
                commands.Add(new CancelIncident { By = by, Because = CancellationReason.FalseAlarm, Reason = "a test" });
            foreach (var command in commands)
            {
                var decision = await _manager.ExecuteAsync(incident.Id, command, Cancel);
                Assert.True(decision.IsAccepted, decision.ToString());
                incident = decision.Incident!;
            }

            return incident;
        }
    }
}
