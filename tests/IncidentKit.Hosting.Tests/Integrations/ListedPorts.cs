namespace IncidentKit.Hosting.Tests.Integrations;

/// <summary>A chat, a tracker and a status page that write down what they are sent.</summary>
internal sealed class ListedPorts(bool keeps) : IIncidentChat, ITicketTracker, IStatusPage
{
    public List<string> Sent { get; } = [];

    public List<object> Requests { get; } = [];

    public required string Name { get; init; }

    public bool KeepsRestrictions => keeps;

    public Func<ChannelRequest, DeliveryResult> Opening { get; init; } =
        request => DeliveryResult.Delivered(request.Name, $"https://chat.example/{request.Name}");

    public ValueTask<DeliveryResult> OpenAsync(ChannelRequest request, CancellationToken cancellationToken)
    {
        Sent.Add($"open {request.Name}{(request.IsPrivate ? " private" : "")}: {request.Subject.Title}");
        Requests.Add(request);
        return new(Opening(request));
    }

    public ValueTask<DeliveryResult> PostAsync(ChannelPost post, CancellationToken cancellationToken) =>
        Listed(post, $"post to {post.Channel} at {post.ChannelLink}: {post.Text}", DeliveryResult.Delivered());

    public ValueTask<DeliveryResult> InviteAsync(ChannelInvitation invitation, CancellationToken cancellationToken) =>
        Listed(
            invitation,
            $"invite to {invitation.Channel}: {string.Join(", ", invitation.People.Select(person => person.Id))}",
            DeliveryResult.Delivered());

    public ValueTask<DeliveryResult> FileAsync(TicketRequest request, CancellationToken cancellationToken) =>
        Listed(
            request,
            $"ticket: {request.Subject.Title}, {request.Subject.Service}, {request.Subject.LevelName}",
            DeliveryResult.Delivered("OPS-7", "https://tickets.example/OPS-7"));

    public ValueTask<DeliveryResult> PublishAsync(StatusPageUpdate update, CancellationToken cancellationToken) =>
        Listed(update, $"publish {update.Service} {update.Status}: {update.Text}", DeliveryResult.Delivered());

    public ValueTask<DeliveryResult> ResolveAsync(StatusPageUpdate update, CancellationToken cancellationToken) =>
        Listed(update, $"resolve {update.Service} {update.Status}: {update.Text}", DeliveryResult.Delivered());

    private ValueTask<DeliveryResult> Listed(object request, string line, DeliveryResult result)
    {
        Sent.Add(line);
        Requests.Add(request);
        return new(result);
    }
}
