using System.Globalization;

namespace IncidentKit;

/// <summary>Turns a way that was found with examples into steps: each value is freed as far as the way still works with any other.</summary>
internal sealed class WayBuilder
{
    private const int Fillings = 8;

    private readonly IncidentLifecycle _lifecycle;
    private readonly IReadOnlyList<FilledOffer> _path;
    private readonly StepParameter[][] _parameters;
    private readonly (Incident Incident, IncidentCommand Target, DateTimeOffset Now)[] _before;
    private readonly List<Responder> _known;

    private WayBuilder(IncidentLifecycle lifecycle, WayNode start, IReadOnlyList<FilledOffer> path)
    {
        (_lifecycle, _path) = (lifecycle, path);
        _parameters = [.. path.Select((step, i) => step.Offer.Parameters.Select(p => p.As(string.Create(CultureInfo.InvariantCulture, $"{i + 1}.{p.Name}"), step.Values.Find(p.Name))).ToArray())];
        _before = new (Incident, IncidentCommand, DateTimeOffset)[path.Count];
        _known = [.. WayPeople.Known(start.Incident, start.Target)];
        (Incident, IncidentCommand, DateTimeOffset)? state = (start.Incident, start.Target, start.Now);
        for (var i = 0; i < path.Count; i++)
        {
            _before[i] = state!.Value;
            state = After(i, _before[i], path[i].Values);
        }
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
        var parameters = _parameters[i].Select(p => Described(p, _before[i].Incident.Roles)).ToArray();
        return step.Offer.WaitUntil is { } until ? new WaitStep(i + 1, step.Offer.Title, until)
            : step.Offer.MakeChange is { } change ? new ChangeStep(i + 1, step.Offer.Title, parameters, step.Offer.Field!, change, step.Given!)
            : new CommandStep(i + 1, step.Offer.Title, parameters, step.Offer.MakeCommand!, step.Given!);
    }

    private void Free()
    {
        Each(StepParameterKind.Choice, FreeChoice);
        Each(StepParameterKind.Instant, p => Works(p.Key, p.From!) ? p : p.Between(p.Until, p.Until));
        Each(StepParameterKind.Person, Tied);
        Each(StepParameterKind.Person, p => p.SameAs is null ? FreePerson(p) : p);
        Each(StepParameterKind.Person, Apart);
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

    private StepParameter FreeChoice(StepParameter p)
    {
        List<string> working = [.. p.Choices.Where(choice => choice.Equals(p.Example) || Works(p.Key, choice))];
        return working.Count == p.Choices.Count ? p : p.Among(working);
    }

    // Two steps may have to be of one person, whoever that is: who takes command, and who decides then.
    private StepParameter Tied(StepParameter p)
    {
        var somebody = Fresh(1);
        if (!p.IsFree(somebody) || Works(p.Key, somebody))
            return p;
        var other = People.TakeWhile(q => q.Key != p.Key).FirstOrDefault(q => q.SameAs is null && q.Example!.Equals(p.Example) && q.IsFree(somebody) && Works(StepValues.None.With(q.Key, somebody).With(p.Key, somebody)));
        return other is null ? p : p.Tied(other.Key);
    }

    private StepParameter FreePerson(StepParameter p)
    {
        var example = (Responder)p.Example!;
        List<Responder> failing = [.. _known.Where(person => person != example && p.IsFree(person) && !Works(p.Key, person))];
        if (p.OneOf is not null || !p.IsFree(Fresh(1)) || !Works(p.Key, Fresh(1)))
            return p.Only([.. new[] { example }.Concat(_known.Where(person => person != example && p.IsFree(person) && !failing.Contains(person)))]);
        return failing.Count == 0 ? p : p.Except([.. failing]);
    }

    private StepParameter Apart(StepParameter p)
    {
        if (p.SameAs is not null)
            return p;
        var keys = new List<string>();
        foreach (var q in People.TakeWhile(q => q.Key != p.Key).Where(q => q.SameAs is null))
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
                var picked = Enumerable.Range(0, people.Count).Select(i => people[(round + (place * (round % 3)) + i) % people.Count]).FirstOrDefault(person => p.FaultOf(person, values) is null);
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

    // Whether the command is accepted at the end, with some values other than the examples.
    private bool Works(StepValues others)
    {
        var first = Array.FindIndex(_parameters, parameters => parameters.Any(p => others.Find(p.Key) is not null));
        var state = _before[Math.Max(first, 0)];
        for (var i = Math.Max(first, 0); i < _path.Count; i++)
        {
            var values = _parameters[i].Aggregate(StepValues.None, (named, p) => named.With(p.Name, others.Find(p.Key) ?? (p.SameAs is { } same ? others.Find(same) : null) ?? p.Example!));
            if (After(i, state, values) is not { } next)
                return false;
            state = next;
        }

        return _lifecycle.ViolationsOf(state.Incident, state.Target, state.Now).Count == 0;
    }

    private (Incident Incident, IncidentCommand Target, DateTimeOffset Now)? After(int i, (Incident Incident, IncidentCommand Target, DateTimeOffset Now) state, StepValues values)
    {
        var offer = _path[i].Offer;
        if (offer.WaitUntil is { } until)
            return state with { Now = until };
        if (offer.MakeChange is { } change)
            return state with { Target = change(state.Target, values) };
        var decision = _lifecycle.Decide(state.Incident, offer.MakeCommand!(values), state.Now);
        return decision.IsAccepted ? state with { Incident = decision.Incident! } : null;
    }

    // Nobody whom the incident or the examples know.
    private static Responder Fresh(int number) => new(string.Create(CultureInfo.InvariantCulture, $"somebody-{number}"));

    private static StepParameter Described(StepParameter p, RoleHolders roles) =>
        p is not { Name: nameof(IncidentCommand.By), OneOf: [var person] } ? p
        : person == roles.Commander ? p.Called($"the commander {person.Name}")
        : person == roles.GivenCommunicationsLead ? p.Called($"the Communications Lead {person.Name}")
        : person == roles.GivenTechnicalLead ? p.Called($"the Technical Lead {person.Name}")
        : p;
}
