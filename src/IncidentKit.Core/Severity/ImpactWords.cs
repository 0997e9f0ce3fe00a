using static IncidentKit.ImpactCombinations;

namespace IncidentKit;

/// <summary>Impact facts in words.</summary>
internal static class ImpactWords
{
    /// <summary>A whole combination, such as "data is safe, customers are affected, a critical function, failing, for most".</summary>
    public static string Of(int combination) => string.Join(", ", Facts.Select(fact => Of(fact, Value(combination, fact))));

    /// <summary>What is known of some facts.</summary>
    public static string Of(ImpactKnowledge known, IEnumerable<ImpactFact> facts) =>
        string.Join(
            ", ",
            facts.Select(fact => string.Join(
                " or ",
                Enumerable.Range(0, Size(fact)).Where(value => (known[fact] >> value & 1) != 0).Select(value => Of(fact, value)))));

    /// <summary>The question that a fact answers.</summary>
    public static string Question(ImpactFact fact) => fact switch
    {
        ImpactFact.Data => "whether data was lost or exposed",
        ImpactFact.Customers => "whether customers are affected",
        ImpactFact.Function => "how much the function matters",
        ImpactFact.State => "whether it fails or is degraded",
        _ => "how many are affected",
    };

    public static string Of(ImpactFact fact, int value) => (fact, value) switch
    {
        (ImpactFact.Data, 0) => "data is safe",
        (ImpactFact.Data, Lost) => "data was lost",
        (ImpactFact.Data, Exposed) => "data was exposed",
        (ImpactFact.Data, _) => "data was lost and exposed",
        (ImpactFact.Customers, 0) => "no customer is affected",
        (ImpactFact.Customers, _) => "customers are affected",
        (ImpactFact.Function, (int)ImpactFunction.Cosmetic) => "looks only",
        (ImpactFact.Function, var function) => $"a {((ImpactFunction)function).ToString().ToLowerInvariant()} function",
        (ImpactFact.State, (int)ImpactState.Degraded) => "degraded",
        (ImpactFact.State, _) => "failing",
        (_, var reach) => $"for {((ImpactReach)reach).ToString().ToLowerInvariant()}",
    };
}
