namespace IncidentKit.Testing;

/// <summary>A status page that keeps what it was sent, each delivery once.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="name">The name of the connection.</param>
public sealed class FakeStatusPage(string name = "status page") : IStatusPage
{
    private readonly Recorded<StatusPageUpdate> _published = new();
    private readonly Recorded<StatusPageUpdate> _resolved = new();

    /// <inheritdoc />
    public string Name => name;

    /// <summary>False: everybody reads it.</summary>
    public bool KeepsRestrictions => false;

    /// <summary>How it answers.</summary>
    public PortScript Script { get; } = new();

    /// <summary>The updates, those that end a thread left out, in order.</summary>
    public IReadOnlyList<StatusPageUpdate> Published => _published.Items;

    /// <summary>The updates that ended a thread, in order.</summary>
    public IReadOnlyList<StatusPageUpdate> Resolved => _resolved.Items;

    /// <inheritdoc />
    public ValueTask<DeliveryResult> PublishAsync(StatusPageUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        return _published.TakeAsync(Script, update.DeliveryId, update, DeliveryResult.Delivered(), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DeliveryResult> ResolveAsync(StatusPageUpdate update, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(update);
        return _resolved.TakeAsync(Script, update.DeliveryId, update, DeliveryResult.Delivered(), cancellationToken);
    }
}
