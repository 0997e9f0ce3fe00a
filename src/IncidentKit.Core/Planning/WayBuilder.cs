using System.Globalization;

namespace IncidentKit;

/// <summary>
/// Turns a way that was found with examples into steps: each value is freed as far as the way still works with any other.
/// </summary>
internal sealed class WayBuilder
{
    private const int Fillings = 4;

    private readonly IncidentLifecycle _lifecycle;
    private readonly IReadOnlyList<FilledOffer> _path;
    private readonly StepParameter[][] _parameters;
    private readonly Tried[] _states;
    private readonly bool _onlyOwnRules;
    private readonly List<Responder> _known;

    private WayBuilder(IncidentLifecycle lifecycle, WayNode start, IReadOnlyList<FilledOffer> path)
    {
        (_lifecycle, _path) = (lifecycle, path);
        _parameters =
        [
            .. path.Select((step, i) => step.Offer.Parameters
                .Select(p => p.As(string.Create(CultureInfo.InvariantCulture, $"{i + 1}.{p.Name}"), step.Values.Find(p.Name)))
                .ToArray()),
        ];
        _onlyOwnRules = lifecycle.Policy.Rules.All(BuiltInRules.IsOwn);
        _known = [.. WayPeople.Known(start.Incident, start.Target)];
        _states = new Tried[path.Count + 1];
        _states[0] = new Tried(start.Incident, start.Target, start.State);
        for (var i = 0; i < path.Count; i++)
            _states[i + 1] = After(i, _states[i], path[i].Values)!;
        Each(StepParameterKind.Person, WithoutMadeUp);
    }

    private IEnumerable<StepParameter> People => _parameters.SelectMany(p => p).Where(p => p.Kind == StepParameterKind.Person);

    public static IReadOnlyList<WayStep> StepsOf(IncidentLifecycle lifecycle, WayNode start, IReadOnlyList<FilledOffer> path)
    {
        var builder = new WayBuilder(lifecycle, start, path);
        builder.Free();
        return [.. path.Select((step, i) => builder.StepOf(step, i))];
    }

    private WayStep StepOf(FilledOffer step, int i)
    {
        var parameters = _parameters[i].Select(p => Described(p, _states[i].Incident.Roles)).ToArray();
        return step.Offer.WaitUntil is { } until ? new WaitStep(i + 1, step.Offer.Title, until)
            : step.Offer.MakeChange is { } change
                ? new ChangeStep(i + 1, step.Offer.Title, parameters, step.Offer.Field!, change, step.Given!)
            : new CommandStep(i + 1, step.Offer.Title, parameters, step.Offer.MakeCommand!, step.Given!);
    }

    private void Free()
    {
        Each(StepParameterKind.Choice, FreeChoice);
        Each(StepParameterKind.Instant, p => Works(p.Key, p.From!) ? p : p.Between(p.Until, p.Until));
        var harmless = People.Where(IsHarmless).Select(p => p.Key).ToHashSet(StringComparer.Ordinal);
        Each(StepParameterKind.Person, p => harmless.Contains(p.Key) || p.SameAs is not null ? p : Tied(p, harmless));
        Each(StepParameterKind.Person, p => harmless.Contains(p.Key) || p.SameAs is not null ? p : FreePerson(p));
        Each(StepParameterKind.Person, p => harmless.Contains(p.Key) || p.SameAs is not null ? p : Apart(p, harmless));
        if (!Enumerable.Range(0, Fillings).All(WorksFilled))
        {
            Each(StepParameterKind.Person, p => p.Only((Responder)p.Example!));
            Each(StepParameterKind.Choice, p => p.Among([(string)p.Example!]));
        }
    }

    private void Each(StepParameterKind kind, Func<StepParameter, StepParameter> free)
    {
        foreach (var parameters in _parameters)
        {
            for (var i = 0; i < parameters.Length; i++)
            {
                if (parameters[i].Kind == kind)
                    parameters[i] = free(parameters[i]);
            }
        }
    }

    // A rule may have meant a person whom an earlier step made up: then it means whoever is named there.
    private StepParameter WithoutMadeUp(StepParameter p)
    {
        bool IsMadeUp(Responder person) => !_known.Contains(person);
        string? KeyOf(Responder person) => People.TakeWhile(q => q.Key != p.Key).FirstOrDefault(q => person.Equals(q.Example))?.Key;
        if (p.OneOf is [var only] && IsMadeUp(only) && KeyOf(only) is { } key)
            return p.Tied(key);
        return p.NoneOf.Any(IsMadeUp) ? p.Without(IsMadeUp).Apart([.. p.NoneOf.Where(IsMadeUp).Select(KeyOf).OfType<string>()]) : p;
    }

    private StepParameter FreeChoice(StepParameter p)
    {
        List<string> working = [.. p.Choices.Where(choice => choice.Equals(p.Example) || Works(p.Key, choice))];
        return working.Count == p.Choices.Count ? p : p.Among(working);
    }

    // Whoever it is, the step is accepted and leads to the same state.
    private bool IsHarmless(StepParameter p)
    {
        if (!_onlyOwnRules || p.OneOf is not null || p.SameAs is not null)
            return false;
        var i = Array.FindIndex(_parameters, parameters => parameters.Contains(p));
        var others = _parameters[i].Where(q => q != p).Aggregate(StepValues.None, (values, q) => values.With(q.Name, q.Example!));
        return _known.Append(Fresh(1))
            .Where(p.IsFree)
            .All(person => After(i, _states[i], others.With(p.Name, person)) is { } next && next.Seen == _states[i + 1].Seen);
    }

    // Two steps may have to be of one person, whoever that is: who takes command, and who decides then.
    private StepParameter Tied(StepParameter p, HashSet<string> harmless)
    {
        var somebody = Fresh(1);
        if (!p.IsFree(somebody) || Works(p.Key, somebody))
            return p;
        var other = People.TakeWhile(q => q.Key != p.Key).FirstOrDefault(q => q.SameAs is null
            && !harmless.Contains(q.Key)
            && q.Example!.Equals(p.Example)
            && q.IsFree(somebody)
            && Works(StepValues.None.With(q.Key, somebody).With(p.Key, somebody)));
        return other is null ? p : p.Tied(other.Key);
    }

    private StepParameter FreePerson(StepParameter p)
    {
        var example = (Responder)p.Example!;
        List<Responder> failing = [.. _known.Where(person => person != example && p.IsFree(person) && !Works(p.Key, person))];
        if (p.OneOf is not null || !p.IsFree(Fresh(1)) || !Works(p.Key, Fresh(1)))
        {
            return p.Only(
                [.. new[] { example }.Concat(_known.Where(person => person != example && p.IsFree(person) && !failing.Contains(person)))]);
        }

        return failing.Count == 0 ? p : p.Except([.. failing]);
    }

    private StepParameter Apart(StepParameter p, HashSet<string> harmless)
    {
        var keys = new List<string>();
        foreach (var q in People.TakeWhile(q => q.Key != p.Key).Where(q => q.SameAs is null && !harmless.Contains(q.Key)))
        {
            var shared = (q.OneOf ?? [Fresh(1), .. _known]).FirstOrDefault(person => q.IsFree(person) && p.IsFree(person));
            if (shared is not null && !Works(StepValues.None.With(q.Key, shared).With(p.Key, shared)))
                keys.Add(q.Key);
        }

        return keys.Count == 0 ? p : p.Apart([.. keys]);
    }

    // Several values at once, where each was freed alone.
    private bool WorksFilled(int round)
    {
        var values = StepValues.None;
        var place = 0;
        foreach (var p in _parameters.SelectMany(p => p))
        {
            place++;
            if (p.Kind == StepParameterKind.Choice)
            {
                values = values.With(p.Key, p.Choices[(round + place) % p.Choices.Count]);
            }
            else if (p is { Kind: StepParameterKind.Person, SameAs: null })
            {
                List<Responder> people = [.. p.OneOf ?? [.. _known, Fresh(1), Fresh(place + 1)]];
                var picked = Enumerable.Range(0, people.Count)
                    .Select(i => people[(round + (place * (round % 3)) + i) % people.Count])
                    .FirstOrDefault(person => p.FaultOf(person, values) is null);
                if (picked is null)
                    return false;
                values = values.With(p.Key, picked);
            }
            else if (p.SameAs is { } same)
            {
                values = values.With(p.Key, values.Find(same)!);
            }
        }

        return Works(values);
    }

    private bool Works(string key, object value) => Works(StepValues.None.With(key, value));

    // Whether the command is accepted at the end, with some values other than the examples. Where only rules of the library look, a step
    // that leads to the same state whoever takes it is followed by the same steps.
    private bool Works(StepValues others)
    {
        var state = _states[0];
        var asTried = true;
        for (var i = 0; i < _path.Count; i++)
        {
            var isChanged = _parameters[i].Any(
                p => others.Find(p.Key) is not null || (p.SameAs is { } same && others.Find(same) is not null));
            if (asTried && !isChanged)
            {
                state = _states[i + 1];
                continue;
            }

            var values = _parameters[i].Aggregate(
                StepValues.None,
                (named, p) => named.With(p.Name, others.Find(p.Key) ?? (p.SameAs is { } same ? others.Find(same) : null) ?? p.Example!));
            if (After(i, state, values) is not { } next)
                return false;
            state = next;
            asTried = _onlyOwnRules && next.Seen == _states[i + 1].Seen;
        }

        return asTried || _lifecycle.ViolationsOf(state.Incident, state.Target, state.Seen.Now).Count == 0;
    }

    private Tried? After(int i, Tried state, StepValues values)
    {
        var offer = _path[i].Offer;
        var now = _path[i].Offer.WaitUntil ?? state.Seen.Now;
        var target = state.Target;
        var incident = state.Incident;
        var given = (IncidentCommand?)null;
        if (offer.MakeChange is { } change)
        {
            target = change(target, values);
        }
        else if (offer.MakeCommand is { } make)
        {
            given = make(values);
            var decision = _lifecycle.Decide(incident, given, now);
            if (decision.IsRefused)
                return null;
            incident = decision.Incident!;
        }

        return new Tried(incident, target, state.Seen.After(_path[i] with { Given = given }, incident, target, now));
    }

    // Nobody whom the incident or the examples know.
    private static Responder Fresh(int number) => new(string.Create(CultureInfo.InvariantCulture, $"somebody-{number}"));

    private static StepParameter Described(StepParameter p, RoleHolders roles) =>
        p is not { Name: nameof(IncidentCommand.By), OneOf: [var person] } ? p
        : person == roles.Commander ? p.Called($"the commander {person.Name}")
        : person == roles.GivenCommunicationsLead ? p.Called($"the Communications Lead {person.Name}")
        : person == roles.GivenTechnicalLead ? p.Called($"the Technical Lead {person.Name}")
        : p;

    private sealed record Tried(Incident Incident, IncidentCommand Target, WayState Seen);
}
