namespace IncidentKit;

/// <summary>
/// Puts public updates on a status page: never those of a drill (P63), of a restricted incident (P62), or of
/// one entered after the fact.
/// </summary>
internal sealed class StatusPageConnection(IStatusPage page) : IIncidentConnection
{
    public string Name => page.Name;

    public bool KeepsRestrictions => page.KeepsRestrictions;

    public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed) =>
        IsPublic(committed.Incident)
            ? committed.Events.OfType<UpdatePosted>()
                .Where(update => update.Audience == UpdateAudience.Public)
                .Select(update => IncidentDelivery.Of(update, Name, "update"))
            : [];

    // It may have been restricted since.
    public ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        if (!IsPublic(attempt.Incident) || attempt.Fact is not UpdatePosted { Audience: UpdateAudience.Public } posted)
            return new(DeliveryResult.Withheld);
        var update = new StatusPageUpdate
        {
            DeliveryId = attempt.Delivery.Id, Incident = attempt.Incident.Id, Service = attempt.Incident.Service, Text = posted.Text,
            Status = posted.Status, NextUpdateAt = posted.NextUpdateAt, HappenedAt = posted.When.Instant,
        };
        return posted.Status == PublicStatus.Resolved
            ? page.ResolveAsync(update, cancellationToken)
            : page.PublishAsync(update, cancellationToken);
    }

    private static bool IsPublic(Incident incident) => incident is { IsDrill: false, IsRestricted: false, IsRetrospective: false };
}
