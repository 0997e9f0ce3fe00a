namespace IncidentKit;

/// <summary>The dry run of paging (P30 to P32): who would be paged when, and why, if nothing more is recorded.</summary>
/// <remarks>
/// A pure function of the facts, the policy, the people and an instant: what the paging monitor does is the same. Thread-safe.
/// </remarks>
public static class PagingPlan
{
    /// <summary>The plan, in order of time; lazy. It ends where nothing more is due.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="from">The instant from which it is made: what is due already is done then.</param>
    /// <param name="people">Who stands behind audience words. Everybody is taken to be reached.</param>
    public static IEnumerable<PlannedPaging> Of(Incident incident, IncidentPolicy policy, DateTimeOffset from, PagingPeople people) =>
        Of(incident, policy, from, people, static (_, _) => true);

    /// <summary>The plan where some people cannot be reached.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="from">The instant from which it is made: what is due already is done then.</param>
    /// <param name="people">Who stands behind audience words.</param>
    /// <param name="isReached">Whether a page reaches a person at an instant.</param>
    public static IEnumerable<PlannedPaging> Of(
        Incident incident,
        IncidentPolicy policy,
        DateTimeOffset from,
        PagingPeople people,
        Func<Responder, DateTimeOffset, bool> isReached)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(isReached);
        return Rows(incident, policy, from.ToUniversalTime(), people, isReached);
    }

    /// <summary>Plays the plan until an instant: its pages become facts of the incident, as the monitor would have recorded them.</summary>
    /// <param name="incident">The incident as it stands.</param>
    /// <param name="policy">Its policy.</param>
    /// <param name="from">The instant from which it is made.</param>
    /// <param name="until">The instant before which it ends.</param>
    /// <param name="people">Who stands behind audience words. Everybody is taken to be reached.</param>
    /// <returns>The incident after what was played.</returns>
    public static Incident PlayUntil(
        Incident incident,
        IncidentPolicy policy,
        DateTimeOffset from,
        DateTimeOffset until,
        PagingPeople people)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(people);
        return incident.After(
        [
            .. Done(incident, policy, from.ToUniversalTime(), people, static (_, _) => true)
                .TakeWhile(done => done.At < until)
                .SelectMany(done => done.Events),
        ]);
    }

    private static IEnumerable<PlannedPaging> Rows(
        Incident incident,
        IncidentPolicy policy,
        DateTimeOffset from,
        PagingPeople people,
        Func<Responder, DateTimeOffset, bool> isReached) =>
        Done(incident, policy, from, people, isReached).SelectMany(
            done => done.Facts.GroupBy(fact => (IsPage(fact), fact.Step, fact.Audience, IsPage(fact) ? "" : fact.Delivery)),
            (done, row) => Row(done.At, done.Action, [.. row]));

    private static IEnumerable<(DateTimeOffset At, EscalationAction Action, List<RecordPaging> Facts, List<IncidentEvent> Events)> Done(
        Incident incident, IncidentPolicy policy, DateTimeOffset from, PagingPeople people, Func<Responder, DateTimeOffset, bool> isReached)
    {
        var state = EscalationState.Of(incident, policy);
        var roles = EscalationState.RolesDue(new ObligationLedger(policy).At(incident, from));
        var (now, sequence) = (from, incident.Version);
        while (state.Next(roles) is { } action)
        {
            now = action.DueAt > now ? action.DueAt : now;
            var at = now;
            var facts = PagingFacts.Of(action, incident.Id, at, target => people.Behind(target, at))
                .ConvertAll(
                    fact => fact.Fact == PagingFact.Paged && !isReached(fact.To!, at) ? fact with { Fact = PagingFact.Failed } : fact);
            var events = facts.ConvertAll(fact => (IncidentEvent)PagingRecords.EventOf(fact) with
            {
                Incident = incident.Id,
                Sequence = ++sequence,
                RecordedAt = at,
                When = When.At(at),
                By = fact.By,
            });
            events.ForEach(state.Apply);
            yield return (at, action, facts, events);
        }
    }

    private static bool IsPage(RecordPaging fact) => fact.Fact is PagingFact.Paged or PagingFact.Failed;

    private static PlannedPaging Row(DateTimeOffset at, EscalationAction action, List<RecordPaging> facts) => new()
    {
        At = at, Cause = action.Cause, To = [.. facts.Select(fact => fact.To).OfType<Responder>()],
        Audience = facts[0].Audience, Step = facts[0].Step, Repeat = facts[0].Repeat,
        Action = facts[0].Fact switch
        {
            PagingFact.Ticket => PlannedAction.Ticket,
            PagingFact.Skipped => PlannedAction.Skip,
            PagingFact.Exhausted => PlannedAction.Exhausted,
            _ => action.Urgency == PageUrgency.Low ? PlannedAction.LowUrgencyPage : PlannedAction.Page,
        },
        Reason = facts[0].Fact == PagingFact.Skipped
            ? $"{(facts[0].Audience is { } word ? word + ": " : "")}{facts[0].Reason}. {action.Reason}"
            : action.Reason,
    };
}
