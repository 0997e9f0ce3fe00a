namespace IncidentKit.Rotation;

/// <summary>A change of who is on call. For one person the later in the list wins; adding beats removing.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public abstract class OnCallOverride
{
    private protected OnCallOverride()
    {
    }

    /// <summary>When it applies.</summary>
    public required Interval Time { get; init; }

    /// <summary>The one layer that it changes, before priorities are compared.</summary>
    /// <value>Null: it changes what the layers together say.</value>
    public string? Layer { get; init; }

    internal virtual Responder? Whom => null;
}
