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
    private readonly StepParameter[][] _parameters;
    private readonly List<Responder> _people;

    private WayBuilder(IReadOnlyList<WayNode> path)
    {
        _path = path;
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

    private IEnumerable<StepParameter> All => _parameters.SelectMany(p => p);

    /// <summary>The steps of a way, which leads from the first of the nodes to the last.</summary>
    public static IReadOnlyList<WayStep> StepsOf(IReadOnlyList<WayNode> path)
    {
        var builder = new WayBuilder(path);
        builder.Each(builder.WithoutStandIns);
        builder.Each(builder.Narrowed);
        if (!Enumerable.Range(0, Fillings).All(builder.WorksFilled))
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
                var examples = All.Aggregate(StepValues.None, (values, q) => values.With(q.Key, q.Example!));
                var failing = _people.Where(person => p.FaultOf(person, examples) is null && !Works(p.Key, person)).ToArray();
                return failing.Contains(_people[^1]) ? p.AsTried() : Apart(p).Except(failing);
            default:
                return p;
        }
    }

    // A rule that names the example of an earlier blank means whoever is named there.
    private StepParameter Apart(StepParameter p) => p.Copy(c => c.DifferentFrom =
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

        return Works(values);
    }

    private bool Works(string key, object value) => Works(StepValues.None.With(key, value));

    // Whether the command is accepted at the end, with some values other than the examples.
    private bool Works(StepValues others)
    {
        object? Other(StepParameter p) => others.Find(p.Key) ?? (p.SameAs is { } same ? others.Find(same) : null);
        var node = _path[0];
        for (var i = 1; i < _path.Count; i++)
        {
            var step = _path[i].Step!;
            if (node == _path[i - 1] && _parameters[i].All(p => Other(p) is null))
            {
                node = _path[i];
                continue;
            }

            var values = _parameters[i].Aggregate(StepValues.None, (named, p) => named.With(p.Name, Other(p) ?? p.Example!));
            if (node.After(step with { Values = values, Given = step.Offer.Make(node.Target, values) }) is not { } next)
                return false;
            node = next;
        }

        return node.Violations.Count == 0;
    }
}
