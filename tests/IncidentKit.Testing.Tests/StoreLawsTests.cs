namespace IncidentKit.Testing.Tests;

/// <summary>The store in memory keeps every law, and no broken store keeps them all.</summary>
public sealed class StoreLawsTests
{
    public static TheoryData<string> Laws => [.. StoreLaws.All.Select(law => law.Id)];

    public static TheoryData<StoreFault> Faults => [.. Enum.GetValues<StoreFault>()];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Laws))]
    public Task Check_TheStoreInMemory_KeepsTheLaw(string id) =>
        StoreLaws.All.Single(law => law.Id == id).CheckAsync(new InMemoryIncidentStore(), Cancel);

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Check_ABrokenStore_IsCaught(StoreFault fault)
    {
        List<string> broken = [];
        foreach (var law in StoreLaws.All)
        {
            try
            {
                await law.CheckAsync(new BrokenStore(new InMemoryIncidentStore(), fault), Cancel);
            }
            catch (LawBrokenException found)
            {
                Assert.Contains(law.Statement, found.Message, StringComparison.Ordinal);
                broken.Add(found.Law);
            }
        }

        Assert.NotEmpty(broken);
    }

    [Fact]
    public void Faults_AreTenAtTheLeast() => Assert.True(Enum.GetValues<StoreFault>().Length >= 10);
}
