namespace IncidentKit.Testing;

/// <summary>How hard the laws of a policy are tried.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed record PolicyLawOptions
{
    /// <summary>How many random incidents are played.</summary>
    /// <value>100.</value>
    public int Incidents { get; init; } = 100;

    /// <summary>How many commands an incident gets.</summary>
    /// <value>40.</value>
    public int Commands { get; init; } = 40;

    /// <summary>The seed of the first incident; the others follow it. The same seed gives the same incidents.</summary>
    /// <value>1.</value>
    public int Seed { get; init; } = 1;

    /// <summary>Whether the policy may refuse reports, as <see cref="IncidentPolicy.Strict"/> does (P61).</summary>
    /// <value>False.</value>
    public bool ReportsMayBeRefused { get; init; }

    internal void ThrowIfOutOfRange()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Incidents, 1, nameof(Incidents));
        ArgumentOutOfRangeException.ThrowIfLessThan(Commands, 1, nameof(Commands));
    }
}
