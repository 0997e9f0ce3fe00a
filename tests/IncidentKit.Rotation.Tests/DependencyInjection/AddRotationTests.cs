using Microsoft.Extensions.DependencyInjection;

namespace IncidentKit.Rotation.Tests.DependencyInjection;

/// <summary>A host asks who is on call for a service.</summary>
[Process("P15")]
[Process("P45")]
public sealed class AddRotationTests
{
    private static readonly DateTimeOffset Monday = new(2025, 10, 13, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task OnCallAsync_ServiceWithSchedules_SaysWhoIsOnCall()
    {
        var directory = Provider(
            r => r.AddSchedule(Schedule("payments", "alice")).AddSchedule(Schedule("second", "bob"), "payments", "refunds"))
            .GetRequiredService<IOnCallDirectory>();

        Assert.Equal(
            ["alice", "bob"],
            (await directory.OnCallAsync("payments", Monday, TestContext.Current.CancellationToken)).Select(p => p.Id));
        Assert.Equal(["bob"], (await directory.OnCallAsync("refunds", Monday, TestContext.Current.CancellationToken)).Select(p => p.Id));
        Assert.Empty(await directory.OnCallAsync("unknown", Monday, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task OnCallAsync_Cancelled_GivesUp()
    {
        var directory = new ScheduleDirectory(Schedule("payments", "alice"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await directory.OnCallAsync("payments", Monday, new CancellationToken(true)));
    }

    [Fact]
    public void AddRotation_Twice_AddsNothingTwice()
    {
        var services = new ServiceCollection();
        var schedule = Schedule("payments", "alice");
        var kit = services.AddIncidentKit().AddRotation(r => r.AddSchedule(schedule));
        var count = services.Count;
        kit.AddRotation(r => r.AddSchedule(schedule));

        Assert.Equal(count, services.Count);
    }

    [Fact]
    public void AddRotation_DirectoryOfTheHost_Stays()
    {
        var own = new ScheduleDirectory();
        var services = new ServiceCollection();
        services.AddSingleton<IOnCallDirectory>(own);
        services.AddIncidentKit().AddRotation(r => r.AddSchedule(Schedule("payments", "alice")));

        using var provider = services.BuildServiceProvider();
        Assert.Same(own, provider.GetRequiredService<IOnCallDirectory>());
    }

    [Fact]
    public void AddSchedule_WithoutService_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Provider(r => r.AddSchedule(Schedule("payments", "alice"), [])));

    [Fact]
    public async Task RoleProposal_FromTheDirectory_ProposesWhoIsOnCall()
    {
        var onCall = await new ScheduleDirectory(Schedule("payments", "alice"))
            .OnCallAsync("payments", Monday, TestContext.Current.CancellationToken);

        Assert.Equal("alice", RoleProposal.For(new RoleCandidates { OnCall = onCall }).Single().Person.Id);
    }

    private static ServiceProvider Provider(Action<RotationBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddIncidentKit().AddRotation(configure);
        return services.BuildServiceProvider();
    }

    private static OnCallSchedule Schedule(string name, string person) =>
        OnCallSchedule.Weekly(name, "UTC", DayOfWeek.Monday, default, new DateOnly(2025, 10, 13), [new Responder(person)]);
}
