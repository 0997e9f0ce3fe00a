namespace IncidentKit;

/// <summary>Turns an action into what is to be done: for each person a page, for whom there is nobody a skip.</summary>
internal static class PagingFacts
{
    public const string DidNotAnswer = "who is meant could not be looked up";
    private const string NobodyKnown = "nobody is known";
    private const string AllHere = "all were paged already, or are here";

    public static readonly SystemActor Self = new("paging");

    /// <summary>What is to be done, in order. A page that does not go out becomes <see cref="PagingFact.Failed"/>.</summary>
    /// <param name="action">The action.</param>
    /// <param name="id">The incident.</param>
    /// <param name="at">The instant of doing it.</param>
    /// <param name="behind">Who stands behind a target; null where the question was not answered.</param>
    public static List<RecordPaging> Of(
        EscalationAction action, IncidentId id, DateTimeOffset at, Func<EscalationTarget, IReadOnlyList<Responder>?> behind)
    {
        var bare = new RecordPaging
        {
            By = Self,
            When = When.At(at),
            Fact = PagingFact.Paged,
            Delivery = "",
            Run = action.Run,
            Cause = action.Cause,
            Urgency = action.Urgency,
            Request = action.Request,
        };
        if (action.FilesTicket)
            return [bare with { Fact = PagingFact.Ticket, Delivery = Delivery("ticket", null), Urgency = null, Reason = action.Reason }];
        if (action.OnePersonRatherThan is { } others)
            return [OnePerson(others)];
        List<RecordPaging> facts = [];
        HashSet<Responder> paged = [.. action.Without];
        foreach (var group in action.Groups)
            facts.AddRange(OfGroup(group, paged));
        if (action.Exhausts)
        {
            facts.Add(bare with
            {
                Fact = PagingFact.Exhausted,
                Delivery = Delivery("exhausted", null),
                Urgency = null,
                Reason = action.Reason,
            });
        }

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
            var known = action.Groups.SelectMany(group => group.Targets)
                .SelectMany(target => (behind(target) ?? []).Select(person => (target, person)))
                .Where(candidate => !action.Without.Contains(candidate.person))
                .ToList();
            if (known.Count == 0)
                return Skip(action.Groups[0], "nobody is left who is not here already") with { Audience = null };
            var (of, next) = known.Find(candidate => !others.Contains(candidate.person)) is { person: not null } fresh ? fresh : known[0];
            return bare with { Delivery = Delivery(action.Groups[0].Key, next), Audience = of.Audience, To = next };
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
            Invariant($"{id}/{action.Run}/{key}/{(person is null ? "-" : Uri.EscapeDataString(person.Id))}");
    }
}
