using static IncidentKit.ImpactCombinations;

namespace IncidentKit;

/// <summary>One row of a decision table: the impact that it asks for, and the level that follows.</summary>
/// <remarks>
/// A condition that is empty or null asks for nothing; a row without conditions fits everything. Immutable and thread-safe.
/// </remarks>
public sealed class SeverityRow
{
    /// <summary>What the row is called; no two rows of a table share a name.</summary>
    public required string Name { get; init; }

    /// <summary>The rank of the level that follows, 1 being the most severe.</summary>
    public required int Level { get; init; }

    /// <summary>Why that level follows, in one sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>What became of data: one of these. Data that was both lost and exposed fits either word.</summary>
    public IReadOnlyList<DataImpact> Data { get; init => field = Frozen(value); } = [];

    /// <summary>Whether customers are affected.</summary>
    public bool? CustomersAffected { get; init; }

    /// <summary>How much the function matters: one of these.</summary>
    public IReadOnlyList<ImpactFunction> Function { get; init => field = Frozen(value); } = [];

    /// <summary>In what state it is.</summary>
    public ImpactState? State { get; init; }

    /// <summary>How many are affected: one of these.</summary>
    public IReadOnlyList<ImpactReach> Reach { get; init => field = Frozen(value); } = [];

    /// <summary>The values of a fact that the row fits: all of them where it does not ask for it.</summary>
    internal int Fitting(ImpactFact fact) => fact switch
    {
        ImpactFact.Data => Any(Data.Count == 0, fact, value => Data.Any(word => IsData(word, value))),
        ImpactFact.Customers => Any(CustomersAffected is null, fact, value => value == (CustomersAffected == true ? 1 : 0)),
        ImpactFact.Function => Any(Function.Count == 0, fact, value => Function.Contains((ImpactFunction)value)),
        ImpactFact.State => Any(State is null, fact, value => value == (int?)State),
        _ => Any(Reach.Count == 0, fact, value => Reach.Contains((ImpactReach)value)),
    };

    /// <summary>The facts that the row asks for.</summary>
    internal IEnumerable<ImpactFact> Asked => Facts.Where(fact => Fitting(fact) != ImpactKnowledge.All(fact));

    private static bool IsData(DataImpact word, int value) => word switch
    {
        DataImpact.Safe => value == 0,
        DataImpact.Lost => (value & Lost) != 0,
        DataImpact.Exposed => (value & Exposed) != 0,
        _ => false,
    };

    private static int Any(bool all, ImpactFact fact, Func<int, bool> fits) =>
        Enumerable.Range(0, Size(fact)).Where(value => all || fits(value)).Sum(value => 1 << value);

    private static IReadOnlyList<T> Frozen<T>(IReadOnlyList<T> words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return [.. words];
    }
}
