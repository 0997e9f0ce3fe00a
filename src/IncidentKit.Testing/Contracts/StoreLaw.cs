namespace IncidentKit.Testing;

/// <summary>A part of the contract of <see cref="IIncidentStore"/>; <see cref="StoreLaws.All"/> has all of them.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class StoreLaw
{
    private readonly Func<StoreTrial, Task> _check;

    internal StoreLaw(string id, string statement, Func<StoreTrial, Task> check) => (Id, Statement, _check) = (id, statement, check);

    /// <summary>The id, such as "STORE-01"; stable.</summary>
    public string Id { get; }

    /// <summary>The law in one sentence.</summary>
    public string Statement { get; }

    /// <summary>Checks the law on a store.</summary>
    /// <param name="store">A store that holds nothing; each law wants one of its own.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="LawBrokenException">The law does not hold.</exception>
    public Task CheckAsync(IIncidentStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return _check(new StoreTrial(this, store, cancellationToken));
    }

    /// <inheritdoc />
    public override string ToString() => $"{Id} {Statement}";
}
