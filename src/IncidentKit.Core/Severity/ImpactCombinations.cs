using System.Collections.Immutable;

namespace IncidentKit;

/// <summary>Every combination of known impact facts, numbered from 0, and the order of impact among them.</summary>
/// <remarks>
/// A value of a fact is a number too, more impact being the higher one. Data is two bits, lost and exposed: neither is more impact
/// than the other, each is more than safe, and both together are more than either.
/// </remarks>
internal static class ImpactCombinations
{
    public const int Count = 192;
    public const int Lost = 1;
    public const int Exposed = 2;

    private static readonly ImmutableArray<int> Sizes = [4, 2, 4, 2, 3];
    private static readonly ImmutableArray<int> Strides = [48, 24, 6, 3, 1];

    public static ImmutableArray<ImpactFact> Facts { get; } =
        [ImpactFact.Data, ImpactFact.Customers, ImpactFact.Function, ImpactFact.State, ImpactFact.Reach];

    /// <summary>How many values a fact has.</summary>
    public static int Size(ImpactFact fact) => Sizes[(int)fact];

    /// <summary>The value of a fact in a combination.</summary>
    public static int Value(int combination, ImpactFact fact) => combination / Strides[(int)fact] % Sizes[(int)fact];

    /// <summary>The combination with another value of one fact.</summary>
    public static int With(int combination, ImpactFact fact, int value) =>
        combination + ((value - Value(combination, fact)) * Strides[(int)fact]);

    /// <summary>The combinations that are one step more impact in one fact, each with that fact.</summary>
    public static IEnumerable<(ImpactFact Fact, int Combination)> StepsUp(int combination)
    {
        foreach (var fact in Facts)
        {
            var value = Value(combination, fact);
            if (fact != ImpactFact.Data && value + 1 < Size(fact))
                yield return (fact, With(combination, fact, value + 1));
            if (fact == ImpactFact.Data && (value & Lost) == 0)
                yield return (fact, With(combination, fact, value | Lost));
            if (fact == ImpactFact.Data && (value & Exposed) == 0)
                yield return (fact, With(combination, fact, value | Exposed));
        }
    }
}
