namespace IncidentKit.Templates;

/// <summary>The settings of messages and documents.</summary>
/// <remarks>Set them while the host is composed; not thread-safe until then.</remarks>
public sealed class TemplatesOptions
{
    /// <summary>The folder with the host's own wording; the library's own where null.</summary>
    /// <value>Null.</value>
    public string? WordingFolder { get; set; }

    /// <summary>Whether a fault in the host's wording keeps the host from starting, rather than being logged (P42).</summary>
    /// <value>False: the library's own wording is used instead.</value>
    public bool FailOnBrokenWording { get; set; }
}
