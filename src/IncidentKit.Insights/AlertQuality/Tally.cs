using System.Globalization;

namespace IncidentKit.Insights;

/// <summary>How often something was so, was not so, and how often nobody knows.</summary>
/// <remarks>Equal by value; the <c>default</c> value counts nothing. Immutable and thread-safe.</remarks>
/// <param name="Yes">How often it was so.</param>
/// <param name="No">How often it was not.</param>
/// <param name="Unknown">How often nobody knows: no part of the share.</param>
public readonly record struct Tally(int Yes, int No, int Unknown)
{
    /// <summary>Of how many it is known.</summary>
    public int Known => Yes + No;

    /// <summary>The part of those known in which it was so, from 0 to 1; null where none is known.</summary>
    public double? Share => Known == 0 ? null : (double)Yes / Known;

    /// <summary>Such as <c>3 of 5 (2 unknown)</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Yes} of {Known}{(Unknown > 0 ? $" ({Unknown} unknown)" : "")}");

    internal static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#}%");

    internal static Tally Of(IEnumerable<bool?> facts)
    {
        var (yes, no, unknown) = (0, 0, 0);
        foreach (var fact in facts)
        {
            (yes, no, unknown) = fact switch
            {
                true => (yes + 1, no, unknown),
                false => (yes, no + 1, unknown),
                _ => (yes, no, unknown + 1),
            };
        }

        return new(yes, no, unknown);
    }
}
