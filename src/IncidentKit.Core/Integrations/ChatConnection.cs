namespace IncidentKit;

/// <summary>Opens the channel of record (P18), brings people in, and writes the updates there, and what collides (P20).</summary>
internal sealed class ChatConnection(IIncidentChat chat) : IIncidentConnection
{
    private const string Open = "open";
    private const string Invite = "invite";
    private const string Post = "post";

    public string Name => chat.Name;

    public bool KeepsRestrictions => chat.KeepsRestrictions;

    public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed)
    {
        if (committed.Incident is { IsRetrospective: true } or { Channel: null })
            yield break;
        foreach (var happened in committed.Events)
        {
            // A channel with a link is there already.
            if (happened is ChannelOpened { Url: null } && Opens(happened))
                yield return IncidentDelivery.Of(happened, Name, Open);
            if (happened is ChannelOpened or ResponderJoined or RoleAssigned { To: not null })
                yield return IncidentDelivery.Of(happened, Name, Invite);
            if (happened is UpdatePosted || (happened is MitigationBegun begun && Collision(begun, committed.Incident) is not null))
                yield return IncidentDelivery.Of(happened, Name, Post);
        }
    }

    public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken) =>
        attempt.Delivery.Kind switch
        {
            Open => OpenAsync(attempt, cancellationToken),
            Invite => InviteAsync(attempt, cancellationToken),
            _ => PostAsync(attempt, cancellationToken),
        };

    private static bool Opens(IncidentEvent happened) => happened is ChannelOpened { Name: not Incident.RestrictedText };

    // The name as the chat gave it flows back with its link; without a link nothing does, or it would be opened again for ever.
    private async ValueTask<DeliveryResult> OpenAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        if (attempt.Fact is not ChannelOpened opened || !Opens(opened))
            return DeliveryResult.Withheld;
        var result = await chat.OpenAsync(
            new ChannelRequest
            {
                DeliveryId = attempt.Delivery.Id,
                Subject = PortSubject.Of(attempt.Incident),
                Name = opened.Name,
                IsPrivate = attempt.Incident.IsRestricted,
            },
            cancellationToken)
            .ConfigureAwait(false);
        return result is { Outcome: DeliveryOutcome.Delivered, Link: { Length: > 0 } link }
            ? result with { Fact = new OpenChannel { By = new SystemActor(Name), Name = result.Reference ?? opened.Name, Url = link } }
            : result;
    }

    private ValueTask<DeliveryResult> InviteAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        IEnumerable<Responder?> people = attempt.Fact switch
        {
            ChannelOpened => attempt.Incident.Responders,
            ResponderJoined e => [e.Person ?? e.By as Responder],
            RoleAssigned e => [e.To],
            _ => [],
        };
        Responder[] known = [.. people.OfType<Responder>().OrderBy(person => person.Id, StringComparer.Ordinal)];
        return known.Length > 0 && Where(attempt.Incident) is var (channel, link)
            ? chat.InviteAsync(
                new ChannelInvitation
                {
                    DeliveryId = attempt.Delivery.Id,
                    Subject = PortSubject.Of(attempt.Incident),
                    Channel = channel,
                    ChannelLink = link,
                    People = known,
                },
                cancellationToken)
            : new(DeliveryResult.Withheld);
    }

    private ValueTask<DeliveryResult> PostAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        var text = attempt.Fact switch
        {
            UpdatePosted e => e.Text,
            MitigationBegun e => Collision(e, attempt.Incident),
            _ => null,
        };
        return text is not null && Where(attempt.Incident) is var (channel, link)
            ? chat.PostAsync(
                new ChannelPost
                {
                    DeliveryId = attempt.Delivery.Id, Subject = PortSubject.Of(attempt.Incident), Channel = channel, ChannelLink = link,
                    Text = attempt.Incident.IsDrill ? PortSubject.DrillMark + text : text,
                }, cancellationToken)
            : new(DeliveryResult.Withheld);
    }

    // The channel as it is now: it may have moved, or got another name.
    private static (string Channel, string? Link)? Where(Incident incident)
    {
        if (incident.Channel is not { } channel || channel == Incident.RestrictedText)
            return null;
        return (
            channel,
            incident.History.OfType<ChannelOpened>().LastOrDefault(opened => opened.Name == channel)?.Url is { } link
                && link != Incident.RestrictedText
                    ? link
                    : null);
    }

    // By what had been recorded when it began: an attempt ends with the fact that records it.
    private static string? Collision(MitigationBegun begun, Incident incident) =>
        Incident.Replay(incident.History.Take((int)begun.Sequence - 1)).RunningAttempt is { } running
            ? $"{NameOf(begun.By)} begins {begun.Kind} while attempt {running.Number} ({running.Kind}) of {NameOf(running.DoneBy)} runs: "
                + "one hand on production at a time."
            : null;

    private static string NameOf(Actor actor) => actor switch
    {
        Responder person => person.Name,
        _ => "a system",
    };
}
