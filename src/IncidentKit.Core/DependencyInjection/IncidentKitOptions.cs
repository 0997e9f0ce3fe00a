namespace IncidentKit;

/// <summary>The settings of the library.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class IncidentKitOptions
{
    /// <summary>The name of the policy that new incidents follow; the setting <c>IncidentKit:DefaultPolicy</c>.</summary>
    /// <value><c>default</c>.</value>
    public string DefaultPolicy { get; set; } = "default";
}
