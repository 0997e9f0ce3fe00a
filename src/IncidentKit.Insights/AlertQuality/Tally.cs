using static System.FormattableString;

namespace IncidentKit.Insights;

/// <summary>How often something was so, was not so, or is unknown.</summary>
/// <remarks>Equal by value; <c>default</c> counts nothing. Immutable and thread-safe.</remarks>
/// <param name="Yes">How often it was so.</param>
/// <param name="No">How often it was not.</param>
/// <param name="Unknown">How often nobody knows: no part of the share.</param>
public readonly record struct Tally(int Yes, int No, int Unknown)
{
    /// <summary>Of how many it is known.</summary>
    public int Known => Yes + No;

    /// <summary>The part of the known ones that were so, from 0 to 1; null if there are none.</summary>
    public double? Share => Known == 0 ? null : (double)Yes / Known;

    /// <summary>Such as <c>3 of 5 (2 unknown)</c>.</summary>
    public override string ToString() => $"{Yes} of {Known}{(Unknown > 0 ? $" ({Unknown} unknown)" : "")}";

    internal static string Percent(double share) => Invariant($"{share * 100:0.#}%");

    internal static Tally Of(IEnumerable<bool?> facts)
    {
        var by = facts.ToLookup(fact => fact);
        return new(by[true].Count(), by[false].Count(), by[null].Count());
    }
}
