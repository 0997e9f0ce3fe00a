
namespace IncidentKit.Tests.Storage;

public sealed class InMemoryIncidentStoreTests
{
    private readonly InMemoryIncidentStore _store = new();

    [Fact]
    public async Task NextNumber_AfterTheHighestOfAll_IsStillANumber()
    {
        await AppendAsync(1, 1_000_000_000);

        Assert.Equal(1, await _store.NextNumberAsync(Cancel));
        Assert.Equal(2, await _store.NextNumberAsync(Cancel));
    }

    [Fact]
    public async Task NextNumber_AfterOneThatAHostChose_LiesAboveIt()
    {
        await AppendAsync(1, 41);

        Assert.Equal(42, await _store.NextNumberAsync(Cancel));
    }

    [Fact]
    public async Task Append_NumberOfAnotherIncident_IsRefusedAndRecordsNothing()
    {
        await AppendAsync(1, 7);

        var error = await Assert.ThrowsAsync<IncidentNumberTakenException>(() => AppendAsync(2, 7));

        Assert.Equal((7, IdOf(1)), (error.Number, error.Holder));
        Assert.Null(await _store.ReadAsync(IdOf(2), Cancel));
    }

    private async Task AppendAsync(int id, int number)
    {
        var incident = new IncidentLifecycle(IncidentPolicy.Default)
            .Declare(
                IdOf(id),
                new DeclareIncident
                {
                    By = Story.Alice,
                    Title = "Payments fail",
                    Service = "Checkout",
                    Number = number,
                    IdempotencyKey = $"key {id}",
                },
                Story.Start).Incident!;
        await _store.AppendAsync(
            incident.Id,
            0,
            new IncidentCommit { Events = [.. incident.History], NextDueAt = null, Summary = IncidentSummary.Of(incident) },
            Cancel);
    }

    private static IncidentId IdOf(int id) => new(new Guid(id, 0, 0, new byte[8]));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
