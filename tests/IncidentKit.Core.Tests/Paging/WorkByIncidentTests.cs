namespace IncidentKit.Tests.Paging;

/// <summary>Work on an incident is done once at a time, and once more where somebody asked meanwhile.</summary>
[Process("P32")]
public sealed class WorkByIncidentTests
{
    private static readonly IncidentId One = new(new Guid("018f0000-0000-7000-8000-000000000001"));

    private readonly List<(CancellationToken Token, TaskCompletionSource<bool> Done)> _begun = [];
    private readonly WorkByIncident _work;
    private int _again;

    public WorkByIncidentTests() => _work = new WorkByIncident(
        (_, token) =>
        {
            var done = new TaskCompletionSource<bool>();
            token.Register(() => done.TrySetCanceled(token));
            _begun.Add((token, done));
            return done.Task;
        },
        () => _again++);

    [Theory]
    [InlineData(false, false, 0)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    public async Task Begin_WhileUnderWay_IsDoneOnceMoreBeforeBothEnd(bool first, bool second, int again)
    {
        var (mine, joined, underWay) = (_work.Begin(One, Cancel), _work.Begin(One, Cancel), _work.UnderWay);
        _begun[0].Done.SetResult(first);
        Assert.Equal(2, _begun.Count);
        Assert.False(mine.IsCompleted || joined.IsCompleted);
        _begun[1].Done.SetResult(second);

        await Task.WhenAll(mine, joined, underWay);
        Assert.Equal((2, again), (_begun.Count, _again));
    }

    [Fact]
    public async Task Begin_AfterTheEnd_BeginsAnew()
    {
        var mine = _work.Begin(One, Cancel);
        _begun[0].Done.SetResult(false);
        await mine;
        var next = _work.Begin(One, Cancel);
        _begun[1].Done.SetResult(false);

        await next;
        Assert.True(_work.UnderWay.IsCompleted);
    }

    [Fact]
    public async Task Begin_JoinedAndTheFirstIsCancelled_IsDoneWithTheTokenOfWhoJoined()
    {
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var mine = _work.Begin(One, first.Token);
        var joined = _work.Begin(One, second.Token);
        await first.CancelAsync();

        Assert.Equal([first.Token, second.Token], _begun.Select(begun => begun.Token));
        _begun[1].Done.SetResult(false);
        await Task.WhenAll(mine, joined);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
