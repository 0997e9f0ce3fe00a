using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Hosting.Tests.Integrations;

/// <summary>What happened comes to the chat, the ticket tracker and the status page.</summary>
[Process("P60")]
public sealed class PortTests
{
    private readonly FakeTimeProvider _clock = new(Start);
    private IncidentPolicy _policy = IncidentPolicy.Default;
    private PagingMonitor? _monitor;

    [Fact]
    public async Task Chat_ChannelOpened_IsOpenedAndItsNameFlowsBack()
    {
        var chat = new ListedPorts(keeps: true)
        {
            Name = "chat",
            Opening = request => DeliveryResult.Delivered(request.Name + "-2", "https://chat.example/C1"),
        };
        var (manager, dispatcher) = Host(chat);
        var id = await DeclareAsync(manager);
        await GiveAsync(manager, id, new Acknowledge { By = Alice }, new OpenChannel { By = Alice });
        await dispatcher.DispatchAsync(Cancel);
        await GiveAsync(
            manager,
            id,
            new Join { By = Bob },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "database is down" });
        await dispatcher.DispatchAsync(Cancel);

        var incident = (await manager.FindAsync(id, Cancel))!;
        Assert.Equal("inc-2025-11-18-checkout-fails-2", incident.Channel);
        Assert.Equal(new SystemActor("chat"), incident.History.OfType<ChannelOpened>().Last().By);
        Assert.Equal(
            [
                "open inc-2025-11-18-checkout-fails: Checkout fails",
                "invite to inc-2025-11-18-checkout-fails-2: alice", "invite to inc-2025-11-18-checkout-fails-2: alice",
                "invite to inc-2025-11-18-checkout-fails-2: bob",
                "post to inc-2025-11-18-checkout-fails-2 at https://chat.example/C1: database is down",
            ],
            chat.Sent);
    }

    [Fact]
    public async Task Chat_ChannelThatIsThere_IsNotOpened()
    {
        var chat = new ListedPorts(keeps: true) { Name = "chat" };
        var (manager, dispatcher) = Host(chat);
        var id = await DeclareAsync(manager);
        await GiveAsync(
            manager,
            id,
            new OpenChannel { By = Alice, Name = "war-room", Url = "https://chat.example/war-room" },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "We are looking." });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["invite to war-room: alice", "post to war-room at https://chat.example/war-room: We are looking."], chat.Sent);
    }

    [Fact]
    public async Task Chat_SecondMitigationWhileOneRuns_IsSaidInTheChannel()
    {
        var chat = new ListedPorts(keeps: true) { Name = "chat" };
        var (manager, dispatcher) = Host(chat);
        var id = await DeclareAsync(manager);
        await GiveAsync(
            manager,
            id,
            new OpenChannel { By = Alice, Name = "war-room", Url = "https://chat.example/war-room" },
            new BeginMitigation { By = Alice, Kind = MitigationKind.Rollback },
            new BeginMitigation { By = Bob, Kind = MitigationKind.Restart });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Contains(
            "post to war-room at https://chat.example/war-room: Bob Brown begins Restart while attempt 1 (Rollback) of Alice Adams runs: "
                + "one hand on production at a time.",
            chat.Sent);
        Assert.Single(chat.Sent, line => line.Contains("one hand", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StatusPage_PublicUpdates_AreAppendedAndTheLastResolves()
    {
        var page = new ListedPorts(keeps: true) { Name = "page" };
        var (manager, dispatcher) = Host(page);
        var id = await DeclareAsync(manager);
        await GiveAsync(
            manager, id,
            new PostUpdate
            {
                By = Alice,
                Audience = UpdateAudience.Public,
                Text = "We are investigating.",
                Status = PublicStatus.Investigating,
            },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Internal, Text = "an index is gone" },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "It is over.", Status = PublicStatus.Resolved });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["publish checkout Investigating: We are investigating.", "resolve checkout Resolved: It is over."], page.Sent);
    }

    [Theory]
    [InlineData(1, 14, 0)]
    [InlineData(2, 14, 0)]
    [InlineData(3, 14, 0)]
    [InlineData(3, 20, 1)]
    [InlineData(4, 14, 1)]
    public async Task Tickets_LevelThatWantsOne_GetsOneAndItIsNoted(int level, int hour, int tickets)
    {
        _clock.SetUtcNow(Start.AddHours(hour - 14));
        var tracker = new ListedPorts(keeps: true) { Name = "tickets" };
        var (manager, dispatcher) = Host(tracker);
        var id = await DeclareAsync(manager);
        await GiveAsync(manager, id, new Classify { By = Alice, Level = level }, new AddNote { By = Alice, Text = "seen" });
        await dispatcher.DispatchAsync(Cancel);
        if (level > 3)
            await GiveAsync(manager, id, new Classify { By = Alice, Level = 3 });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(Enumerable.Repeat($"ticket: Checkout fails, checkout, SEV-{level}", tickets), tracker.Sent);
        Assert.Equal(
            tickets,
            (await manager.FindAsync(id, Cancel))!.History
                .OfType<NoteAdded>()
                .Count(note => note is { Text: "Ticket OPS-7", Link: "https://tickets.example/OPS-7" }));
    }

    [Fact]
    public async Task Tickets_ProvisionalLevelThatWantsOne_IsFiledOnceAndNotAgainWhenTheLevelIsSet()
    {
        _policy = new IncidentPolicy { Name = "acme", ProvisionalLevel = 4 };
        var tracker = new ListedPorts(keeps: true) { Name = "tickets" };
        var (manager, dispatcher) = Host(tracker);
        var id = await DeclareAsync(manager);
        await _monitor!.CheckAsync(Cancel);
        await dispatcher.DispatchAsync(Cancel);
        Assert.Single(tracker.Sent);
        await GiveAsync(manager, id, new Classify { By = Alice, Level = 4 });
        await _monitor.CheckAsync(Cancel);
        await dispatcher.DispatchAsync(Cancel);

        Assert.Single(tracker.Sent);
    }

    [Fact]
    public async Task Tickets_CancelledAsATicketWithoutANumber_IsFiled()
    {
        var tracker = new ListedPorts(keeps: true) { Name = "tickets" };
        var (manager, dispatcher) = Host(tracker);
        var (id, other) = (await DeclareAsync(manager), await DeclareAsync(manager));
        await GiveAsync(manager, id, new CancelIncident { By = Alice, Because = CancellationReason.BecameTicket, Reason = "can wait" });
        await GiveAsync(
            manager,
            other,
            new CancelIncident { By = Alice, Because = CancellationReason.BecameTicket, Reason = "can wait", Ticket = "OPS-1" });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Single(tracker.Sent);
    }

    [Fact]
    [Process("P63")]
    public async Task Drill_IsMarkedAndNeverPublic()
    {
        var ports = new[]
        {
            new ListedPorts(keeps: true) { Name = "chat" },
            new ListedPorts(keeps: true) { Name = "tickets" },
            new ListedPorts(keeps: true) { Name = "page" },
        };
        var (manager, dispatcher) = Host(ports);
        var id = (await manager.DeclareAsync(
            new() { By = Alice, Title = "Checkout fails", Service = "checkout", Drill = true },
            Cancel)).Incident!.Id;
        await GiveAsync(
            manager,
            id,
            new Classify { By = Alice, Level = 4 },
            new OpenChannel { By = Alice },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "We are investigating." });
        await dispatcher.DispatchAsync(Cancel);

        Assert.Equal(["ticket: DRILL: Checkout fails, checkout, SEV-4"], ports[1].Sent);
        Assert.Contains("open inc-2025-11-18-checkout-fails: DRILL: Checkout fails", ports[0].Sent);
        Assert.Contains(ports[0].Sent, line => line.EndsWith(": DRILL: We are investigating.", StringComparison.Ordinal));
        Assert.Empty(ports[2].Sent);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Process("P62")]
    public async Task Restricted_PortThatCannotKeepIt_GetsNoTextAndThePublicNothing(bool restrictedAfterwards)
    {
        var open = new ListedPorts(keeps: false) { Name = "open" };
        var closed = new ListedPorts(keeps: true) { Name = "closed" };
        var page = new ListedPorts(keeps: true) { Name = "page" };
        var (manager, dispatcher) = Host([open], [open, closed], [page], [closed]);
        var id = (await manager.DeclareAsync(
            new() { By = Alice, Title = "zebrafish", Service = "zebrafish", Restricted = !restrictedAfterwards },
            Cancel)).Incident!.Id;
        await GiveAsync(
            manager,
            id,
            new Classify { By = Alice, Level = 4 },
            new OpenChannel { By = Alice },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "zebrafish" });
        if (restrictedAfterwards)
            await GiveAsync(manager, id, new Restrict { By = Alice });
        await dispatcher.DispatchAsync(Cancel);

        Assert.NotEmpty(open.Sent);
        Assert.DoesNotContain(open.Sent, line => line.Contains("zebrafish", StringComparison.Ordinal));
        Assert.Contains(
            closed.Sent,
            line => line.EndsWith(": zebrafish", StringComparison.Ordinal) && line.StartsWith("post", StringComparison.Ordinal));
        Assert.All(
            open.Requests.Concat(closed.Requests).OfType<ChannelRequest>(),
            request => Assert.True(request.IsPrivate && request.Subject.IsRestricted));
        Assert.Empty(page.Sent);
    }

    [Fact]
    public async Task Retrospective_NobodyIsCalledAnyMore()
    {
        var ports = new[]
        {
            new ListedPorts(keeps: true) { Name = "chat" },
            new ListedPorts(keeps: true) { Name = "tickets" },
            new ListedPorts(keeps: true) { Name = "page" },
        };
        var (manager, dispatcher) = Host(ports);
        var id = (await manager.DeclareAsync(
            new()
            {
                By = Alice,
                Title = "Checkout failed",
                Service = "checkout",
                Retrospective = true,
                Detected = When.At(Start.AddDays(-3)),
                Level = 4,
            },
            Cancel)).Incident!.Id;
        await GiveAsync(
            manager,
            id,
            new OpenChannel { By = Alice },
            new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "It was down." });
        await dispatcher.DispatchAsync(Cancel);

        Assert.All(ports, port => Assert.Empty(port.Sent));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<IncidentId> DeclareAsync(IncidentManager manager) =>
        (await manager.DeclareAsync(
            new() { By = new SystemActor("alerts"), Title = "Checkout fails", Service = "checkout" },
            Cancel)).Incident!.Id;

    private static async Task GiveAsync(IncidentManager manager, IncidentId id, params IncidentCommand[] commands)
    {
        foreach (var command in commands)
            Assert.True((await manager.ExecuteAsync(id, command, Cancel)).IsAccepted, $"{command}");
    }

    // One list of ports: chat, tracker, page by name.
    private (IncidentManager Manager, DeliveryDispatcher Dispatcher) Host(params ListedPorts[] ports) =>
        Host(
            [.. ports.Where(p => p.Name == "chat")],
            [.. ports.Where(p => p.Name == "tickets")],
            [.. ports.Where(p => p.Name == "page")],
            []);

    private (IncidentManager Manager, DeliveryDispatcher Dispatcher) Host(
        ListedPorts[] chats, ListedPorts[] trackers, ListedPorts[] pages, ListedPorts[] moreChats)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_clock);
        var kit = services.AddIncidentKit(options => options.DefaultPolicy = _policy.Name).AddPolicy(_policy).AddPager(new KeptPages());
        foreach (var chat in chats.Concat(moreChats))
            kit.AddChat(chat).AddChat(chat);
        foreach (var tracker in trackers.Select(tracker => new RenamedTracker(tracker)))
            kit.AddTicketTracker(tracker).AddTicketTracker(tracker);
        foreach (var page in pages)
            kit.AddStatusPage(page).AddStatusPage(page);
        var provider = services.BuildServiceProvider();
        _monitor = provider.GetRequiredService<PagingMonitor>();
        return (provider.GetRequiredService<IncidentManager>(), provider.GetRequiredService<DeliveryDispatcher>());
    }

    private sealed class RenamedTracker(ListedPorts ports) : ITicketTracker
    {
        public string Name => $"{ports.Name} tracker";

        public bool KeepsRestrictions => ports.KeepsRestrictions;

        public ValueTask<DeliveryResult> FileAsync(TicketRequest request, CancellationToken cancellationToken) =>
            ports.FileAsync(request, cancellationToken);
    }
}
