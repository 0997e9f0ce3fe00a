namespace IncidentKit;

/// <summary>The settings of the library.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class IncidentKitOptions
{
    /// <summary>The name of the policy that new incidents follow; the setting <c>IncidentKit:DefaultPolicy</c>.</summary>
    /// <value><c>default</c>.</value>
    public string DefaultPolicy { get; set; } = "default";

    /// <summary>Policies by their names, as JSON: from configuration, or from where else a host keeps them.</summary>
    /// <value>Empty.</value>
    public IDictionary<string, PolicyDocument> PolicyDocuments { get; } = new Dictionary<string, PolicyDocument>(StringComparer.Ordinal);

    /// <summary>The policies of <see cref="PolicyDocuments"/>, read when they are first needed.</summary>
    internal ConfiguredPolicies Configured => field ??= ConfiguredPolicies.Read(this);
}
