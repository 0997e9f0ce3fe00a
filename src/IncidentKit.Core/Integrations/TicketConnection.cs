namespace IncidentKit;

/// <summary>
/// Files one ticket for an incident whose level pages nobody, or nobody at this hour (P30), or that is cancelled as a
/// ticket that has no number yet.
/// </summary>
internal sealed class TicketConnection(ITicketTracker tracker, IncidentPolicies policies) : IIncidentConnection
{
    private const string File = "file";

    public string Name => tracker.Name;

    public bool KeepsRestrictions => tracker.KeepsRestrictions;

    // One ticket only: the first fact that asks for one has it.
    public IEnumerable<IncidentDelivery> Of(IncidentCommitted committed)
    {
        if (committed.Incident.IsRetrospective)
            return [];
        var policy = policies.Of(committed.Incident);
        return committed.Incident.History.FirstOrDefault(happened => AsksForOne(happened, policy)) is { } first
            && committed.Events[0].Sequence <= first.Sequence
            ? [IncidentDelivery.Of(first, Name, File)] : [];
    }

    public async ValueTask<DeliveryResult> DeliverAsync(DeliveryAttempt attempt, CancellationToken cancellationToken)
    {
        var result = await tracker
            .FileAsync(
                new TicketRequest { DeliveryId = attempt.Delivery.Id, Subject = PortSubject.Of(attempt.Incident) },
                cancellationToken)
            .ConfigureAwait(false);
        return result is { Outcome: DeliveryOutcome.Delivered, Reference: { Length: > 0 } number }
            ? result with { Fact = new AddNote { By = new SystemActor(Name), Text = $"Ticket {number}", Link = result.Link } } : result;
    }

    private static bool AsksForOne(IncidentEvent happened, IncidentPolicy policy) => happened switch
    {
        SeverityChanged { Change: not (SeverityChange.Reviewed or SeverityChange.Kept) } e =>
            PagingDecision.Of(policy, e.Level, e.RecordedAt).Answer != PagingAnswer.Page,
        TicketFiled => true,
        IncidentCancelled { Because: CancellationReason.BecameTicket, Ticket: null or "" } => true,
        _ => false,
    };
}
