using System.Diagnostics.CodeAnalysis;

namespace IncidentKit;

/// <summary>Asks the rules that refuse a command what helps, and fills in what they offer until the incident accepts it.</summary>
/// <param name="lifecycle">Decides.</param>
/// <param name="latest">No wait goes further.</param>
internal sealed class WayOffers(IncidentLifecycle lifecycle, DateTimeOffset latest)
{
    private const int DeepestGoal = 8;
    private const int MostWaits = 2;
    private const int MostOffers = 100;

    private readonly Dictionary<string, IncidentRule> _rules = lifecycle.Policy.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rules that stood in the way and do not say all that helps, each with its latest violation.</summary>
    public Dictionary<string, Violation> Opaque { get; } = new(StringComparer.Ordinal);

    /// <summary>Whatever was offered anywhere, by title: a step may have to be taken before anything asks for it.</summary>
    public Dictionary<string, (StepOffer Offer, bool IsOfHost)> Pool { get; } = new(StringComparer.Ordinal);

    /// <summary>The steps that may be taken from a state, those that are wanted most first.</summary>
    /// <param name="node">The state.</param>
    /// <param name="upTo">No kind of step beyond.</param>
    /// <param name="ahead">Whether whatever was offered anywhere is tried here.</param>
    public IReadOnlyList<FilledOffer> From(WayNode node, StepResort upTo, bool ahead)
    {
        var offers = new Offers(node, upTo);
        Collect(offers, node.Target, node.Violations, 0);
        if (ahead)
        {
            foreach (var (offer, isOfHost) in Pool.Values.ToList())
                Consider(offers, offer, isOfHost, DeepestGoal);
        }

        return [.. offers.Found.OrderBy(filled => filled.Offer.Order)];
    }

    /// <summary>Whether what the command is for is the case already, as one of the rules says.</summary>
    public bool NothingIsToBeDone(WayNode node) => node.Violations.Any(v => OffersOf(node, node.Target, v).Contains(StepOffer.NothingToDo));

    /// <summary>What nothing helps against: if a step that would help is refused itself, it is what refuses that.</summary>
    public IReadOnlyList<Violation> Blamed(WayNode node)
    {
        var blamed = Collect(new Offers(node, StepResort.Act), node.Target, node.Violations, 0).DistinctBy(v => v.Rule).ToList();
        return blamed.Count > 0 ? blamed : node.Violations;
    }

    // Finds the steps against violations; returns those that nothing helps against.
    private List<Violation> Collect(Offers offers, IncidentCommand goal, IReadOnlyList<Violation> violations, int depth)
    {
        List<Violation> blamed = [];
        foreach (var violation in violations)
        {
            var rule = _rules[violation.Rule];
            var (isStuck, deeper) = (true, new List<Violation>());
            foreach (var offer in OffersOf(offers.Node, goal, violation))
            {
                // A change helps the command that was asked about, and no other; what a person asks, that person sends.
                if (offer == StepOffer.NothingToDo || (offer.MakeChange is not null
                    && (!ReferenceEquals(goal, offers.Node.Target) || (offer.Field == nameof(goal.By) && goal.By is Responder))))
                {
                    continue;
                }

                var causes = Consider(offers, offer, !BuiltInRules.IsOwn(rule), depth);
                isStuck &= causes is null;
                deeper.AddRange(causes ?? []);
            }

            if (rule.IsWaivable)
                Consider(offers, RemedialSteps.Waiver(rule), false, depth);
            if (deeper.Count > 0)
                blamed.AddRange(deeper);
            else if (isStuck || !rule.IsMandatory)
                blamed.Add(violation);
        }

        return blamed;
    }

    // What refuses the step and is not helped in its turn; null if there is no such step here.
    private List<Violation>? Consider(Offers offers, StepOffer offer, bool isOfHost, int depth)
    {
        var node = offers.Node;
        if (offer.Resort > offers.UpTo)
            return null;
        if (offer.MakeCommand is not null)
            Pool.TryAdd(offer.Title, (offer, isOfHost));
        var filled = Filled(node, offer, isOfHost);
        if (offer.WaitUntil is { } until)
        {
            if (node.Waits < MostWaits && until > node.Now && until <= latest && offers.Seen.Add(until))
                offers.Found.Add(filled!);
            return null;
        }

        if (filled?.Given is not { } given)
            return null;
        if (offer.MakeChange is not null)
        {
            if (given != node.Target && offers.Seen.Add(given))
                offers.Found.Add(filled);
            return null;
        }

        var refusal = lifecycle.ViolationsOf(node.Incident, given, node.Now);
        if (refusal.Count > 0
            && Narrowed(node, offer, given, refusal) is { } narrowed
            && Filled(node, narrowed, isOfHost) is { Given: { } other } again
            && lifecycle.Can(node.Incident, other, node.Now))
        {
            (filled, given, refusal) = (again, other, []);
        }

        if (!offers.Seen.Add(given))
            return [];
        if (refusal.Count == 0)
            offers.Found.Add(filled);
        // What refuses a step may be helped in its turn.
        return refusal.Count > 0 && depth < DeepestGoal ? Collect(offers, given, refusal, depth + 1) : [];
    }

    private static FilledOffer? Filled(WayNode node, StepOffer offer, bool isOfHost) =>
        node.Fill(offer.Parameters) is { } values ? new(offer, values, offer.Make(node.Target, values), isOfHost) : null;

    // A rule that refuses a step may offer a change of it: then it is the rule that says who or what fits the blank.
    private StepOffer? Narrowed(WayNode node, StepOffer offer, IncidentCommand given, IReadOnlyList<Violation> refusal)
    {
        var changes = refusal.SelectMany(v => OffersOf(node, given, v)).Where(o => o.MakeChange is not null).ToList();
        StepParameter? Of(StepParameter blank) =>
            changes.Find(o => o.Field == blank.Name)?.Parameters.FirstOrDefault(p => p.Name == blank.Name);
        return offer.Parameters.Any(p => Of(p) is not null) ? offer.With([.. offer.Parameters.Select(p => Of(p) ?? p)]) : null;
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a rule offers is a host's code: where it throws, it offers nothing.")]
    private List<StepOffer> OffersOf(WayNode node, IncidentCommand goal, Violation violation)
    {
        var rule = _rules[violation.Rule];
        if (rule.Steps is not { } steps)
        {
            if (rule.Category != ViolationCategory.Validation || !rule.IsMandatory)
                Opaque[rule.Id] = violation;
            return [];
        }

        try
        {
            // A host may yield without end.
            var offers = steps(new RuleContext(node.Incident, goal, lifecycle.Policy, node.Now)).Take(MostOffers + 1).ToList();
            if (offers.Count > MostOffers || offers.RemoveAll(offer => offer is null) > 0)
                Opaque[rule.Id] = violation;
            return offers;
        }
        catch (Exception exception)
        {
            Opaque[rule.Id] = violation with { Exception = exception };
            return [];
        }
    }

    private sealed record Offers(WayNode Node, StepResort UpTo)
    {
        public List<FilledOffer> Found { get; } = [];

        /// <summary>Commands and instants that were considered.</summary>
        public HashSet<object> Seen { get; } = [];
    }
}
