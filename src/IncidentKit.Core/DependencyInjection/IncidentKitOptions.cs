namespace IncidentKit;

/// <summary>The settings of the library.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class IncidentKitOptions
{
    /// <summary>The name of the policy that new incidents follow; the setting <c>IncidentKit:DefaultPolicy</c>.</summary>
    /// <value><c>default</c>.</value>
    public string DefaultPolicy { get; set; } = "default";

    /// <summary>Policies by their names, each as a JSON object with the keys of a policy file; an absent key means the default.</summary>
    /// <remarks>As in configuration, every value may be a text, and case does not count in keys and words.</remarks>
    /// <value>Empty.</value>
    public IDictionary<string, string> PolicyDocuments { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The path that precedes a key in messages about <see cref="PolicyDocuments"/>.</summary>
    /// <value><c>IncidentKit:Policies</c>.</value>
    public string PolicyDocumentsPath { get; set; } = "IncidentKit:Policies";

    /// <summary>The policies of <see cref="PolicyDocuments"/>, read when they are first needed.</summary>
    internal ConfiguredPolicies Configured => field ??= ConfiguredPolicies.Read(this);
}
