namespace IncidentKit;

/// <summary>The settings of the library.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class IncidentKitOptions
{
    /// <summary>The name of the policy that new incidents follow; the setting <c>IncidentKit:DefaultPolicy</c>.</summary>
    /// <value><c>default</c>.</value>
    public string DefaultPolicy { get; set; } = "default";

    /// <summary>
    /// Whether pages count among what is due of an incident. <c>AddPager</c> counts them by itself; set it in a process that shares its
    /// store with another one that pages people.
    /// </summary>
    /// <value>False.</value>
    public bool IncludePages { get; set; }

    /// <summary>How often a command is decided that loses each race against another process.</summary>
    /// <value>20; at least 1.</value>
    public int MaxAttempts { get; set; } = 20;

    /// <summary>How many commits may wait for one observer; if more do, the oldest are dropped, counted and logged.</summary>
    /// <value>10,000; at least 1.</value>
    public int MaxWaitingCommits { get; set; } = 10_000;

    /// <summary>Policies by their names, as JSON: from configuration, or from where else a host keeps them.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, PolicyDocument> PolicyDocuments { get; } = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal);

    /// <summary>The policies of <see cref="PolicyDocuments"/>, read when they are first needed.</summary>
    internal ConfiguredPolicies Configured => field ??= ConfiguredPolicies.Read(this);
}
