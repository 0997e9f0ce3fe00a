namespace IncidentKit;

/// <summary>Turns a move into what is to be done: for each person a page, for whom there is nobody a skip.</summary>
internal static class PagingFacts
{
    public const string DidNotAnswer = "who is meant could not be looked up";
    private const string NobodyKnown = "nobody is known";
    private const string AllHere = "all were paged already, or are here";

    public static readonly SystemActor Self = new("paging");

    /// <summary>What is to be done, in order. A page that does not go out becomes <see cref="PagingFact.Failed"/>.</summary>
    /// <param name="move">The move.</param>
    /// <param name="id">The incident.</param>
    /// <param name="at">The instant of doing it.</param>
    /// <param name="behind">Who stands behind a target; null where the question was not answered.</param>
    public static List<RecordPaging> Of(
        PagingMove move, IncidentId id, DateTimeOffset at, Func<EscalationTarget, IReadOnlyList<Responder>?> behind)
    {
        var bare = new RecordPaging
        {
            By = Self,
            When = When.At(at),
            Fact = PagingFact.Paged,
            Delivery = "",
            Run = move.Run,
            Cause = move.Cause,
            Urgency = move.Urgency,
            Request = move.Request,
        };
        if (move.FilesTicket)
            return [bare with { Fact = PagingFact.Ticket, Delivery = Delivery("ticket", null), Urgency = null, Reason = move.Why }];
        if (move.OnePersonRatherThan is { } others)
            return [OnePerson(others)];
        List<RecordPaging> facts = [];
        HashSet<Responder> paged = [.. move.Without];
        foreach (var group in move.Groups)
            facts.AddRange(OfGroup(group, paged));
        if (move.Exhausts)
            facts.Add(bare with { Fact = PagingFact.Exhausted, Delivery = Delivery("exhausted", null), Urgency = null, Reason = move.Why });
        return facts;

        List<RecordPaging> OfGroup(PagingGroup group, HashSet<Responder> paged)
        {
            List<RecordPaging> found = [];
            string? reason = null;
            foreach (var target in group.Targets)
            {
                var people = behind(target);
                reason = people is null ? DidNotAnswer : people.Count > 0 ? AllHere : reason ?? NobodyKnown;
                foreach (var person in (people ?? []).Where(paged.Add))
                {
                    found.Add(bare with
                    {
                        Delivery = Delivery(group.Key, person),
                        Step = group.Step,
                        Repeat = group.Repeat,
                        Audience = target.Audience,
                        To = person,
                    });
                }
            }

            return found.Count > 0 ? found : [Skip(group, reason ?? NobodyKnown)];
        }

        RecordPaging OnePerson(IReadOnlySet<Responder> others)
        {
            var known = move.Groups.SelectMany(group => group.Targets)
                .SelectMany(target => (behind(target) ?? []).Select(person => (target, person)))
                .Where(candidate => !move.Without.Contains(candidate.person))
                .ToList();
            if (known.Count == 0)
                return Skip(move.Groups[0], "nobody is left who is not here already") with { Audience = null };
            var (of, next) = known.Find(candidate => !others.Contains(candidate.person)) is { person: not null } fresh ? fresh : known[0];
            return bare with { Delivery = Delivery(move.Groups[0].Key, next), Audience = of.Audience, To = next };
        }

        RecordPaging Skip(PagingGroup group, string reason) => bare with
        {
            Fact = PagingFact.Skipped,
            Delivery = Delivery(group.Key, null),
            Step = group.Step,
            Repeat = group.Repeat,
            Audience = group.Targets.Select(target => target.Audience).FirstOrDefault(word => word is not null),
            Urgency = null,
            Reason = reason,
        };

        string Delivery(string key, Responder? person) =>
            Invariant($"{id}/{move.Run}/{key}/{(person is null ? "-" : Uri.EscapeDataString(person.Id))}");
    }

    /// <summary>When roles that nobody filled are due, or were (P08), by the ledger.</summary>
    public static IReadOnlyList<DateTimeOffset> RolesDue(IReadOnlyList<Obligation> ledger) =>
        [
            .. ledger
                .Where(o => o is { Name: ObligationNames.AssignCommander
                    or ObligationNames.StaffRoles, Status: ObligationStatus.Pending or ObligationStatus.Missed, DueAt: not null })
                .Select(o => o.DueAt!.Value),
        ];

    /// <summary>When something is due next; it lies in the past where that is due already.</summary>
    public static DateTimeOffset? NextDue(Incident incident, IncidentPolicy policy, IReadOnlyList<Obligation> ledger) =>
        PagingState.Of(incident, policy).Next(RolesDue(ledger))?.At;
}
