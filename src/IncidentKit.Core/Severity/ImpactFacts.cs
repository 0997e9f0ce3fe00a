namespace IncidentKit;

/// <summary>What is known of the impact of an incident, and a level is proposed from (P03). What is null is unknown.</summary>
/// <remarks>Equal by value; immutable and thread-safe.</remarks>
public sealed record ImpactFacts
{
    /// <summary>Nothing is known.</summary>
    public static ImpactFacts Unknown { get; } = new();

    /// <summary>Whether data was lost.</summary>
    public bool? DataLost { get; init; }

    /// <summary>Whether data was exposed to somebody who should not have it.</summary>
    public bool? DataExposed { get; init; }

    /// <summary>Whether customers are affected; false where only the team's own organisation is.</summary>
    public bool? CustomersAffected { get; init; }

    /// <summary>How much the function that is hit matters.</summary>
    public ImpactFunction? Function { get; init; }

    /// <summary>Whether it fails, or is degraded.</summary>
    public ImpactState? State { get; init; }

    /// <summary>How many of those who use it are hit.</summary>
    public ImpactReach? Reach { get; init; }

    /// <summary>The reach of a share of users or requests: most from 0.5, many from 0.1, else some.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is no number from 0 to 1.</exception>
    public static ImpactReach ReachOf(double share) => ReachOf(share, manyFrom: 0.1, mostFrom: 0.5);

    /// <summary>The reach of a share of users or requests, by limits of the team's own.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <param name="manyFrom">The least share that is <see cref="ImpactReach.Many"/>, from 0 to 1.</param>
    /// <param name="mostFrom">The least share that is <see cref="ImpactReach.Most"/>, from <paramref name="manyFrom"/> to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them does not lie in its range.</exception>
    public static ImpactReach ReachOf(double share, double manyFrom, double mostFrom)
    {
        ThrowUnless(share is >= 0 and <= 1, share, nameof(share));
        ThrowUnless(manyFrom is >= 0 and <= 1, manyFrom, nameof(manyFrom));
        ThrowUnless(mostFrom >= manyFrom && mostFrom <= 1, mostFrom, nameof(mostFrom));
        return share >= mostFrom ? ImpactReach.Most : share >= manyFrom ? ImpactReach.Many : ImpactReach.Some;
    }

    /// <summary>These facts, and where <paramref name="later"/> knows one, that one.</summary>
    internal ImpactFacts Then(ImpactFacts later) => new()
    {
        DataLost = later.DataLost ?? DataLost,
        DataExposed = later.DataExposed ?? DataExposed,
        CustomersAffected = later.CustomersAffected ?? CustomersAffected,
        Function = later.Function ?? Function,
        State = later.State ?? State,
        Reach = later.Reach ?? Reach,
    };

    private static void ThrowUnless(bool holds, double value, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                "A share lies between 0 and 1, and the limit of most is not below that of many.");
        }
    }
}
