using System.Globalization;

namespace IncidentKit;

/// <summary>
/// Turns a way into steps with blanks. The constraints of a blank are those of the rule that offers the step, and those of the rules
/// that look at the step; what is left is tried.
/// </summary>
internal sealed class WayBuilder
{
    private const int Fillings = 4;
    private const int MostResponders = 3;

    private readonly IReadOnlyList<WayNode> _path;
    private readonly bool _isOwn;
    private readonly StepParameter[][] _parameters;
    private readonly List<Responder> _people;

    private WayBuilder(IReadOnlyList<WayNode> path)
    {
        _path = path;
        _isOwn = path[0].Policy.Rules.All(BuiltInRules.IsOwn);
        var (start, roles) = (path[0], path[0].Incident.Roles);
        Responder?[] known = [start.Asker, roles.Commander, roles.GivenCommunicationsLead, roles.GivenTechnicalLead];
        _people =
        [
            .. known.OfType<Responder>().Union(start.Incident.Responders.OrderBy(p => p.Id, StringComparer.Ordinal).Take(MostResponders)),
            new("somebody-1"),
        ];
        _parameters =
        [
            .. path.Select((node, i) => node.Step is { } step ? step.Offer.Parameters.Select(p => Keyed(p, i, step)).ToArray() : []),
        ];
    }

    private StepValues Examples => field ??= All.Aggregate(StepValues.None, (values, p) => values.With(p.Key, p.Example!));

    // The steps that take the value of a parameter: its own, and those whose person must be the same.
    private ILookup<string, int> StepsByKey => field ??= _parameters.SelectMany((step, i) => step.Select(p => (p, i)))
        .SelectMany(at => new[] { at.p.Key, at.p.SameAs }.OfType<string>().Select(key => (Key: key, at.i)))
        .ToLookup(at => at.Key, at => at.i, StringComparer.Ordinal);

    private IEnumerable<StepParameter> All => _parameters.SelectMany(p => p);

    /// <summary>The steps of a way, which leads from the first of the nodes to the last.</summary>
    public static IReadOnlyList<WayStep> StepsOf(IReadOnlyList<WayNode> path)
    {
        var builder = new WayBuilder(path);
        builder.Each(builder.WithoutStandIns);
        builder.Each(builder.Narrowed);
        // A long plan tries many values in one filling.
        if (!Enumerable.Range(0, Math.Clamp(Fillings * 16 / path.Count, 1, Fillings)).All(builder.WorksFilled))
            builder.Each(p => p.AsTried());
        return [.. path.Skip(1).Select((node, i) => builder.StepOf(node.Step!, path[i].Incident.Roles, i + 1))];
    }

    private static StepParameter Keyed(StepParameter p, int number, FilledOffer step) =>
        p.Copy(c => (c.Key, c.Example) = (string.Create(CultureInfo.InvariantCulture, $"{number}.{p.Name}"), step.Values.Find(p.Name)));

    private WayStep StepOf(FilledOffer step, RoleHolders roles, int number)
    {
        StepParameter[] parameters = [.. _parameters[number].Select(p => p.Titled(roles))];
        var offer = step.Offer;
        if (offer.WaitUntil is { } until)
            return new WaitStep(number, offer.Title, until);
        return offer.MakeChange is { } change
            ? new ChangeStep(number, offer.Title, parameters, offer.Field!, change, step.Given!)
            : new CommandStep(number, offer.Title, parameters, offer.MakeCommand!, step.Given!);
    }

    private void Each(Func<StepParameter, StepParameter> change)
    {
        foreach (var step in _parameters)
        {
            for (var i = 0; i < step.Length; i++)
                step[i] = change(step[i]);
        }
    }

    // A rule that names a stand-in means whoever is named in the step in which the stand-in came in.
    private StepParameter WithoutStandIns(StepParameter p)
    {
        string? KeyOf(Responder person) => All.TakeWhile(q => q.Key != p.Key).FirstOrDefault(q => person.Equals(q.Example))?.Key;
        if (p.OneOf is [var only] && WayNode.IsStandIn(only))
            return p.Copy(c => (c.OneOf, c.SameAs) = (null, KeyOf(only)));
        return p.Copy(c =>
        {
            c.DifferentFrom = [.. p.NoneOf.Where(WayNode.IsStandIn).Select(KeyOf).OfType<string>()];
            c.NoneOf = [.. p.NoneOf.Where(person => !WayNode.IsStandIn(person))];
        });
    }

    private StepParameter Narrowed(StepParameter p)
    {
        switch (p.Kind)
        {
            case StepParameterKind.Choice:
                return p.Copy(c => c.Choices = [.. p.Choices.Where(choice => choice.Equals(p.Example) || Works(p.Key, choice))]);
            case StepParameterKind.Instant:
                return Works(p.Key, p.From!) ? p : p.AsTried();
            case StepParameterKind.Person when p is { OneOf: null, SameAs: null }:
                var failing = _people
                    .Where(person => !person.Equals(p.Example) && p.FaultOf(person, Examples) is null && !Works(p.Key, person))
                    .ToArray();
                return failing.Contains(_people[^1]) ? p.AsTried() : Apart(p).Except(failing);
            default:
                return p;
        }
    }

    // A rule that names the example of an earlier blank means whoever is named there.
    private StepParameter Apart(StepParameter p) => p.NoneOf.Count == 0 ? p : p.Copy(c => c.DifferentFrom =
    [
        .. p.DifferentFrom,
        .. All.TakeWhile(q => q.Key != p.Key)
            .Where(q => q is { OneOf: null, SameAs: null, Example: Responder person, Name: not nameof(IncidentCommand.By) }
                && p.NoneOf.Contains(person))
            .Select(q => q.Key),
    ]);

    // Several values at once, where each was tried alone.
    private bool WorksFilled(int round)
    {
        var values = StepValues.None;
        var first = 0;
        foreach (var p in All)
        {
            first += round;
            IReadOnlyList<object> candidates = p.Kind switch
            {
                StepParameterKind.Person when p.SameAs is { } same => [values.Find(same)!],
                StepParameterKind.Person => [.. p.OneOf ?? [.. _people, new($"somebody-{p.Key}")]],
                StepParameterKind.Choice => p.Choices,
                _ => [p.Example!],
            };
            if (candidates.Select((_, j) => candidates[(first + j) % candidates.Count]).FirstOrDefault(c => p.FaultOf(c, values) is null)
                is not { } picked)
            {
                return false;
            }

            values = values.With(p.Key, picked);
        }

        return Works(values, [.. Enumerable.Range(1, _path.Count - 1)]);
    }

    private bool Works(string key, object value) => Works(StepValues.None.With(key, value), [.. StepsByKey[key].Distinct().Order()]);

    // Whether the command is accepted at the end, with values other than the examples in some steps.
    private bool Works(StepValues others, IReadOnlyList<int> steps)
    {
        var start = _path[steps[0] - 1];
        var (node, next) = (start, 0);
        for (var i = steps[0]; i < _path.Count; i++)
        {
            if (next < steps.Count && steps[next] == i)
                next++;
            else if (_isOwn && IsLike(node, _path[i - 1], start.Incident.History.Count))
            {
                // What follows is as it was tried.
                if (next == steps.Count)
                    return true;
                start = node = _path[steps[next] - 1];
                i = steps[next++];
            }

            var values = _parameters[i].Aggregate(StepValues.None, (named, p) => named.With(p.Name, ValueOf(p)));
            var step = _path[i].Step!;
            if (node.After(step with { Values = values, Given = step.Offer.Make(node.Target, values) }) is not { } after)
                return false;
            node = after;
        }

        return node.Violations.Count == 0;

        object ValueOf(StepParameter p) => others.Find(p.Key) ?? (p.SameAs is { } same ? others.Find(same) : null) ?? p.Example!;
    }

    // Most often only the person who gave a command differs, which is quicker to see than that the states are equal.
    private static bool IsLike(WayNode node, WayNode tried, int before)
    {
        var (incident, other) = (node.Incident, tried.Incident);
        return (incident.History.Count == other.History.Count
                && incident.Roles == other.Roles
                && Math.Min(incident.Responders.Count, 2) == Math.Min(other.Responders.Count, 2)
                && Enumerable.Range(before, other.History.Count - before)
                    .All(i => incident.History[i].Equals(other.History[i] with { By = incident.History[i].By }))
                && (node.Now, node.Target) == (tried.Now, tried.Target))
            || node.State.Equals(tried.State);
    }
}
