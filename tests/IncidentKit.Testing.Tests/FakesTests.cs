using static IncidentKit.Testing.IncidentStory;

namespace IncidentKit.Testing.Tests;

/// <summary>Fakes do what ports must: nothing twice, and what they are told.</summary>
public sealed class FakesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_SentTwice_IsKeptOnce()
    {
        var chat = new FakeChat();

        await chat.PostAsync(Post("d1"), Cancel);
        await chat.PostAsync(Post("d1"), Cancel);

        Assert.Equal("d1", Assert.Single(chat.Posted).DeliveryId);
        Assert.Equal(["d1", "d1"], chat.Script.Calls);
    }

    [Fact]
    public async Task Script_ToldToFail_FailsAndKeepsNothingUntilItIsDelivered()
    {
        var chat = new FakeChat();
        chat.Script.ThenAnswer(DeliveryResult.Throttled(TimeSpan.FromSeconds(7))).ThenThrow(new TimeoutException("too slow")).ThenHang();

        Assert.Equal(TimeSpan.FromSeconds(7), (await chat.PostAsync(Post("d1"), Cancel)).After);
        await Assert.ThrowsAsync<TimeoutException>(() => chat.PostAsync(Post("d1"), Cancel).AsTask());
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var hanging = chat.PostAsync(Post("d1"), giveUp.Token).AsTask();
        Assert.False(hanging.IsCompleted);
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
        Assert.Empty(chat.Posted);
        Assert.Equal(DeliveryOutcome.Delivered, (await chat.PostAsync(Post("d1"), Cancel)).Outcome);
        Assert.Single(chat.Posted);
    }

    [Fact]
    public async Task TicketsAndPages_AreKeptInOrder()
    {
        var (tickets, page) = (new FakeTicketTracker(), new FakeStatusPage());

        var first = await tickets.FileAsync(new TicketRequest { DeliveryId = "t1", Subject = Subject }, Cancel);
        await page.PublishAsync(Update("u1"), Cancel);
        await page.ResolveAsync(Update("u2"), Cancel);

        Assert.Equal(("T-1", "https://tickets.example/T-1"), (first.Reference, first.Link));
        Assert.Equal("t1", Assert.Single(tickets.Filed).DeliveryId);
        Assert.Equal(("u1", "u2"), (Assert.Single(page.Published).DeliveryId, Assert.Single(page.Resolved).DeliveryId));
    }

    [Fact]
    public async Task Directory_ToldOfShifts_KnowsWhoIsOnCallAndUntilWhen()
    {
        var directory = new FakeOnCallDirectory().Always("search", Carol)
            .During("checkout", new Interval(Start, Start.AddHours(1)), Alice)
            .During("checkout", new Interval(Start.AddHours(1), Start.AddHours(2)), Alice)
            .During("checkout", new Interval(Start, Start.AddHours(3)), Bob);

        Assert.Equal([Alice, Bob], await directory.OnCallAsync("checkout", Start, Cancel));
        Assert.Equal([Bob], await directory.OnCallAsync("checkout", Start.AddHours(2), Cancel));
        Assert.Equal([Carol], await directory.OnCallAsync("search", Start, Cancel));
        Assert.Equal(Start.AddHours(2), await directory.ShiftEndAsync("checkout", Alice, Start, Start.AddDays(1), Cancel));
        Assert.Null(await directory.ShiftEndAsync("checkout", Bob, Start, Start.AddHours(2), Cancel));
    }

    [Fact]
    public async Task Pager_WhomItCannotReach_IsNotPagedAndNobodyTwice()
    {
        var pager = new FakePager();
        pager.Lose(Bob);

        Assert.True((await pager.PageAsync(Page("p1", Alice), Cancel)).IsDelivered);
        Assert.True((await pager.PageAsync(Page("p1", Alice), Cancel)).IsDelivered);
        Assert.False((await pager.PageAsync(Page("p2", Bob), Cancel)).IsDelivered);
        pager.Find(Bob);
        Assert.True((await pager.PageAsync(Page("p3", Bob), Cancel)).IsDelivered);

        Assert.Equal(["p1", "p3"], pager.Paged.Select(page => page.Delivery));
        Assert.Equal(["p2"], pager.Failed.Select(page => page.Delivery));
    }

    private static PageRequest Page(string id, Responder to) => new()
    {
        Delivery = id, Incident = CountingIncidentIds.Of(1), To = to, Urgency = PageUrgency.High,
        Title = "Checkout fails", At = Start, Cause = PagingCause.Declared, Reason = "declared",
    };

    private static PortSubject Subject => PortSubject.Of(new IncidentStory(IncidentPolicy.Default).Incident);

    private static ChannelPost Post(string id) => new() { DeliveryId = id, Subject = Subject, Channel = "inc-1", Text = "seen" };

    private static StatusPageUpdate Update(string id) =>
        new() { DeliveryId = id, Incident = CountingIncidentIds.Of(1), Service = "checkout", Text = "We are investigating." };
}
