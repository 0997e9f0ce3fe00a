namespace IncidentKit.Templates;

/// <summary>The settings of messages and documents.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class TemplatesOptions
{
    /// <summary>The folder with the host's own wording.</summary>
    /// <value>Null: the library's own wording is used.</value>
    public string? WordingFolder { get; set; }

    /// <summary>Whether a fault in the host's wording keeps the host from starting (P42).</summary>
    /// <value>False: the fault is logged, and the library's own wording is used.</value>
    public bool FailOnBrokenWording { get; set; }
}
