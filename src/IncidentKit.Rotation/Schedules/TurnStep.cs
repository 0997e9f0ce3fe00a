namespace IncidentKit.Rotation;

/// <summary>The first step of the resolution: whom the turns of a layer name, with time off respected.</summary>
internal static class TurnStep
{
    public static List<Contribution> PeopleOf(LayerClock layer, in LayerSpan span, IReadOnlyList<TimeOff> away)
    {
        List<Contribution> people = [];
        for (var i = 0; i < span.Count; i++)
            people.AddRange(PeopleOf(layer, span.Turns[i], away));
        return people;
    }

    private static IEnumerable<Contribution> PeopleOf(LayerClock layer, long turn, IReadOnlyList<TimeOff> away)
    {
        var entry = layer.EntryOf(turn);
        var present = Present(entry, away);
        if (present.Count > 0 || entry.IsEmpty || layer.Layer.StandIn == StandIn.Nobody)
            return present.Select(p => new Contribution { Person = p, Layer = layer, Turn = turn });
        var (entries, index) = (layer.Layer.Roster.Entries, layer.IndexOf(turn));
        return entries.Skip(index + 1).Concat(entries.Take(index))
            .Select(next => Present(next, away))
            .FirstOrDefault(standIns => standIns.Count > 0, [])
            .Select(p => new Contribution { Person = p, Layer = layer, Turn = turn, StandsInFor = entry });
    }

    private static List<Responder> Present(OnCallPeople people, IReadOnlyList<TimeOff> away) =>
        [.. people.Where(p => !away.Any(t => t.Person == p))];
}
