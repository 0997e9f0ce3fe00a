namespace IncidentKit.Testing;

/// <summary>A chat that keeps what it was sent, each delivery once.</summary>
/// <remarks>Thread-safe.</remarks>
/// <param name="name">The name of the connection.</param>
/// <param name="keepsRestrictions">Whether it may see restricted incidents.</param>
public sealed class FakeChat(string name = "chat", bool keepsRestrictions = false) : IIncidentChat
{
    private readonly Recorded<ChannelRequest> _opened = new();
    private readonly Recorded<ChannelPost> _posted = new();
    private readonly Recorded<ChannelInvitation> _invited = new();

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public bool KeepsRestrictions => keepsRestrictions;

    /// <summary>How it answers.</summary>
    public PortScript Script { get; } = new();

    /// <summary>The channels that were opened, in order.</summary>
    public IReadOnlyList<ChannelRequest> Opened => _opened.Items;

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<ChannelPost> Posted => _posted.Items;

    /// <summary>Who was brought in, in order.</summary>
    public IReadOnlyList<ChannelInvitation> Invited => _invited.Items;

    /// <inheritdoc />
    public ValueTask<DeliveryResult> OpenAsync(ChannelRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _opened.TakeAsync(
            Script,
            request.DeliveryId,
            request,
            DeliveryResult.Delivered(request.Name, $"https://chat.example/{request.Name}"),
            cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DeliveryResult> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        return _posted.TakeAsync(Script, post.DeliveryId, post, DeliveryResult.Delivered(), cancellationToken);
    }

    /// <inheritdoc />
    public ValueTask<DeliveryResult> InviteAsync(ChannelInvitation invitation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return _invited.TakeAsync(Script, invitation.DeliveryId, invitation, DeliveryResult.Delivered(), cancellationToken);
    }
}
