using System.Diagnostics.CodeAnalysis;

namespace IncidentKit;

/// <summary>Asks the rules that refuse a command what helps, and fills in what they offer until the incident accepts it.</summary>
/// <param name="lifecycle">Decides.</param>
/// <param name="latest">No wait goes further.</param>
internal sealed class WayOffers(IncidentLifecycle lifecycle, DateTimeOffset latest)
{
    private const int DeepestGoal = 8;
    private const int MostTries = 24;
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

    /// <summary>What nothing helps against: where a step that would help is refused itself, it is what refuses that.</summary>
    public IReadOnlyList<Violation> Blamed(WayNode node)
    {
        var blamed = Blamed(node, node.Target, node.Violations, [node.Target]).DistinctBy(v => v.Rule).ToList();
        return blamed.Count > 0 ? blamed : node.Violations;
    }

    private IEnumerable<Violation> Blamed(
        WayNode node, IncidentCommand goal, IReadOnlyList<Violation> violations, HashSet<IncidentCommand> asked)
    {
        foreach (var violation in violations)
        {
            var (isStuck, deeper) = (true, new List<Violation>());
            foreach (var offer in OffersOf(node, goal, violation)
                .Where(offer => offer is { MakeCommand: not null, Resort: StepResort.Act }))
            {
                if (Fillings(offer.Parameters, node).FirstOrDefault() is not { } values || Make(offer, goal, values) is not { } made)
                    continue;
                isStuck = false;
                if (asked.Add(made) && lifecycle.ViolationsOf(node.Incident, made, node.Now) is { Count: > 0 } refusal)
                    deeper.AddRange(Blamed(node, made, refusal, asked));
            }

            foreach (var cause in deeper.Count > 0 ? deeper
                : isStuck || _rules[violation.Rule].Id != LifecycleRules.PhaseTableId ? [violation]
                : [])
            {
                yield return cause;
            }
        }
    }

    private void Collect(Offers offers, IncidentCommand goal, IReadOnlyList<Violation> violations, int depth)
    {
        foreach (var violation in violations)
        {
            var rule = _rules[violation.Rule];
            var isOfHost = !BuiltInRules.IsOwn(rule);
            foreach (var offer in OffersOf(offers.Node, goal, violation))
            {
                // A change helps the command that was asked about, and no other.
                if (offer != StepOffer.NothingToDo && (offer.MakeChange is null || ReferenceEquals(goal, offers.Node.Target)))
                    Consider(offers, offer, isOfHost, depth);
            }

            if (rule.IsWaivable)
                Consider(offers, RemedialSteps.Waiver(rule), false, depth);
        }
    }

    private void Consider(Offers offers, StepOffer offer, bool isOfHost, int depth)
    {
        if (offer.Resort > offers.UpTo)
            return;
        if (offer.MakeCommand is not null)
            Pool.TryAdd(offer.Title, (offer, isOfHost));
        if (offer.WaitUntil is { } until)
        {
            if (offers.Node.Waits < MostWaits && until > offers.Node.Now && until <= latest && offers.Seen.Add(until))
                offers.Found.Add(new(offer, StepValues.None, null, isOfHost));
            return;
        }

        IReadOnlyList<Violation>? firstRefusal = null;
        IncidentCommand? firstTried = null;
        foreach (var values in Fillings(offer.Parameters, offers.Node).Take(MostTries))
        {
            if (Make(offer, offers.Node.Target, values) is not { } made)
                return;
            if (offer.MakeChange is not null)
            {
                if (made != offers.Node.Target && offers.Seen.Add(made))
                    offers.Found.Add(new(offer, values, made, isOfHost));
                return;
            }

            var refusal = lifecycle.ViolationsOf(offers.Node.Incident, made, offers.Node.Now);
            if (refusal.Count == 0)
            {
                if (offers.Seen.Add(made))
                    offers.Found.Add(new(offer, values, made, isOfHost));
                return;
            }

            (firstRefusal, firstTried) = (firstRefusal ?? refusal, firstTried ?? made);
            if (!refusal.Any(v => LooksAtPeople(_rules[v.Rule])))
                break;
        }

        // What refuses a step may be helped in its turn.
        if (firstTried is not null && depth < DeepestGoal && offers.Seen.Add(firstTried))
            Collect(offers, firstTried, firstRefusal!, depth + 1);
    }

    [SuppressMessage("Design", "CA1031", Justification = "What a rule offers is a host's code: where it throws, it offers nothing.")]
    private List<StepOffer> OffersOf(WayNode node, IncidentCommand goal, Violation violation)
    {
        var rule = _rules[violation.Rule];
        if (rule.Steps is not { } steps)
        {
            if (rule.Subject != RuleSubject.Form || !rule.IsMandatory)
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

    [SuppressMessage("Design", "CA1031", Justification = "What a rule offers is a host's code: where it throws, it offers nothing.")]
    private static IncidentCommand? Make(StepOffer offer, IncidentCommand target, StepValues values)
    {
        try
        {
            return offer.MakeChange is { } change ? change(target, values) : offer.MakeCommand!(values);
        }
        catch (Exception)
        {
            return null;
        }
    }

    // Of the rules of the library only some do; a host's may.
    private static bool LooksAtPeople(IncidentRule rule) =>
        rule.Subject == RuleSubject.Authority || rule.DependsOnPerson || !BuiltInRules.IsOwn(rule);

    private static IEnumerable<StepValues> Fillings(IReadOnlyList<StepParameter> parameters, WayNode node, int from = 0)
    {
        if (from == parameters.Count)
        {
            yield return StepValues.None;
            yield break;
        }

        var parameter = parameters[from];
        foreach (var rest in Fillings(parameters, node, from + 1))
        {
            if (parameter.Kind != StepParameterKind.Person)
            {
                yield return rest.With(parameter.Name, parameter.Example!);
                continue;
            }

            foreach (var person in WayPeople.For(parameter, node))
                yield return rest.With(parameter.Name, person);
        }
    }

    private sealed record Offers(WayNode Node, StepResort UpTo)
    {
        public List<FilledOffer> Found { get; } = [];

        /// <summary>Commands and instants that were considered.</summary>
        public HashSet<object> Seen { get; } = [];
    }
}
