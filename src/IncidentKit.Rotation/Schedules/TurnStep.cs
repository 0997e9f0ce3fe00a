namespace IncidentKit.Rotation;

/// <summary>The first step of the resolution: whom the turns of a layer name, with time off respected.</summary>
internal static class TurnStep
{
    public static List<Contribution> PeopleOf(LayerClock layer, in LayerSpan span, IReadOnlyList<TimeOff> away) =>
        [.. span.TurnsOnDuty.SelectMany(turn => PeopleOf(layer, turn, away))];

    private static IEnumerable<Contribution> PeopleOf(LayerClock layer, long turn, IReadOnlyList<TimeOff> away)
    {
        var entry = layer.EntryOf(turn);
        var present = away.Count == 0 ? entry : Present(entry, away);
        if (present.Count > 0 || entry.IsEmpty || layer.Layer.StandIn == StandIn.Nobody)
            return present.Select(p => new Contribution { Person = p, Layer = layer, Turn = turn });
        var (entries, index) = (layer.Layer.Roster.Entries, layer.IndexOf(turn));
        return entries.Skip(index + 1).Concat(entries.Take(index))
            .Select(next => Present(next, away))
            .FirstOrDefault(standIns => standIns.Count > 0, OnCallPeople.Nobody)
            .Select(p => new Contribution { Person = p, Layer = layer, Turn = turn, StandsInFor = entry });
    }

    private static OnCallPeople Present(OnCallPeople people, IReadOnlyList<TimeOff> away) =>
        OnCallPeople.Of(people.Where(p => !away.Any(t => t.Person == p)));
}
