namespace IncidentKit.Rotation.Tests.Edits;

/// <summary>Edits at random that fit a roster, and the same as steps on a plain list.</summary>
internal sealed class RandomEdits
{
    private readonly List<Action<NaiveRotation>> _steps = [];
    private readonly HashSet<List<string>> _empty = new(ReferenceEqualityComparer.Instance);

    public RandomEdits(Random random, IReadOnlyList<OnCallPeople> roster, int count)
    {
        var entries = roster.Select(e => e.Select(p => p.Id).ToList()).ToList();
        _empty.UnionWith(entries.Where(e => e.Count == 0));
        List<RotationEdit> edits = [];
        for (var i = 0; i < count; i++)
            edits.Add(Make(random, entries));
        Edits = edits;
        LeavesSomebody = entries.Exists(e => e.Count > 0);
    }

    public IReadOnlyList<RotationEdit> Edits { get; }

    public bool LeavesSomebody { get; }

    public NaiveRotation Apply(NaiveRotation naive)
    {
        _steps.ForEach(step => step(naive));
        return naive;
    }

    private RotationEdit Make(Random random, List<List<string>> entries)
    {
        var people = entries.SelectMany(e => e).Distinct().ToList();
        switch (random.Next(6))
        {
            case 0 when people.Count > 0:
                var leaving = people[random.Next(people.Count)];
                _steps.Add(n => n.Remove(leaving));
                entries.ForEach(e => e.Remove(leaving));
                entries.RemoveAll(e => e.Count == 0 && !WasEmpty(e));
                return new RemovePerson { Person = new Responder(leaving) };
            case 1 when entries.Count > 1:
                var gone = random.Next(entries.Count);
                _steps.Add(n => n.RemoveAt(gone));
                entries.RemoveAt(gone);
                return new RemoveEntry { At = gone };
            case 2 when entries.Count > 1:
                var order = OrderOf(random, entries);
                _steps.Add(n => n.Reorder(order));
                var old = entries.ToList();
                entries.Clear();
                entries.AddRange(order.Select(i => old[i]));
                return new ReorderEntries { Entries = [.. entries.Select(e => OnCallPeople.Of(e.Select(p => new Responder(p))))] };
            case 3:
                return new ChangeTurnLength { Length = random.Next(1, 5) };
            case 4:
                var at = random.Next(entries.Count + 1);
                var together = Enumerable.Range(0, random.Next(3)).Select(_ => $"n{random.Next(4)}").Distinct().ToList();
                _steps.Add(n => n.Insert(at, [.. together]));
                Insert(entries, at, together);
                return new InsertEntry { At = at, People = OnCallPeople.Of(together.Select(p => new Responder(p))) };
            default:
                var place = random.Next(entries.Count + 1);
                var joining = $"n{random.Next(4)}";
                _steps.Add(n => n.Insert(place, joining));
                Insert(entries, place, [joining]);
                return new InsertPerson { At = place, Person = new Responder(joining) };
        }
    }

    private bool WasEmpty(List<string> entry) => _empty.Contains(entry);

    private void Insert(List<List<string>> entries, int at, List<string> people)
    {
        List<string> entry = [.. people];
        if (entry.Count == 0)
            _empty.Add(entry);
        entries.Insert(at, entry);
    }

    // Entries that are alike keep their order among themselves, as the edit by values has it.
    private static List<int> OrderOf(Random random, List<List<string>> entries)
    {
        int[] order = [.. Enumerable.Range(0, entries.Count)];
        random.Shuffle(order);
        var queues = order.Order()
            .GroupBy(i => string.Join(",", entries[i].Order(StringComparer.Ordinal)))
            .ToDictionary(g => g.Key, g => new Queue<int>(g));
        return [.. order.Select(i => queues[string.Join(",", entries[i].Order(StringComparer.Ordinal))].Dequeue())];
    }
}
