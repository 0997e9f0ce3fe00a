using System.Diagnostics;
using static IncidentKit.ImpactCombinations;

namespace IncidentKit;

/// <summary>Which values each impact fact may have: one where it is known, all where it is unknown, and some where half of it is.</summary>
/// <remarks>A set of values is a number with a bit for each.</remarks>
internal readonly struct ImpactKnowledge
{
    private readonly int[] _values;

    private ImpactKnowledge(int[] values) => _values = values;

    /// <summary>What <paramref name="facts"/> leave possible.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A fact has a value that means nothing.</exception>
    public static ImpactKnowledge Of(ImpactFacts facts)
    {
        var data = 0;
        for (var value = 0; value < Size(ImpactFact.Data); value++)
        {
            if (Agrees(facts.DataLost, (value & Lost) != 0) && Agrees(facts.DataExposed, (value & Exposed) != 0))
                data |= 1 << value;
        }

        return new(
        [
            data,
            OneOf(facts.CustomersAffected is { } affected ? affected ? 1 : 0 : null, ImpactFact.Customers),
            OneOf((int?)facts.Function, ImpactFact.Function),
            OneOf((int?)facts.State, ImpactFact.State),
            OneOf((int?)facts.Reach, ImpactFact.Reach),
        ]);
    }

    /// <summary>The values that a fact may have.</summary>
    public int this[ImpactFact fact] => _values[(int)fact];

    public static int All(ImpactFact fact) => (1 << Size(fact)) - 1;

    /// <summary>Whether more than one value is possible.</summary>
    public bool IsOpen(ImpactFact fact) => (this[fact] & (this[fact] - 1)) != 0;

    public ImpactKnowledge With(ImpactFact fact, int values)
    {
        Debug.Assert(values != 0, "A fact has a value.");
        var next = (int[])_values.Clone();
        next[(int)fact] = values;
        return new(next);
    }

    /// <summary>Whether a combination is possible.</summary>
    public bool Allows(int combination)
    {
        foreach (var fact in Facts)
        {
            if ((this[fact] >> Value(combination, fact) & 1) == 0)
                return false;
        }

        return true;
    }

    private static bool Agrees(bool? known, bool value) => known is null || known == value;

    private static int OneOf(int? value, ImpactFact fact) =>
        value is not { } known ? All(fact)
        : known >= 0 && known < Size(fact) ? 1 << known
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{fact} has a value that means nothing.");
}
