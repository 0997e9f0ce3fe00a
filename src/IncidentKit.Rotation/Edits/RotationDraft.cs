namespace IncidentKit.Rotation;

/// <summary>A roster while it is edited, with a mark on the entry whose turn it is. Without a layer only the edits are judged.</summary>
internal sealed class RotationDraft(OnCallLayer? layer, int next)
{
    private readonly List<OnCallPeople> _entries = [.. layer?.Roster.Entries ?? []];
    private string _place = "edits";

    public List<ScheduleFault> Faults { get; } = [];

    public int Next { get; private set; } = next;

    public IReadOnlyList<OnCallPeople> Entries => _entries;

    public int? Length { get; private set; }

    public void Apply(IReadOnlyList<RotationEdit> edits)
    {
        if (edits.Count == 0)
            Faults.Add("edits", "There is nothing to change.", "Give at least one edit.");
        foreach (var (i, edit) in edits.Index())
        {
            _place = $"edits[{i}]";
            if (edit is null)
                Faults.Add(_place, "The edit is null.", "Leave it out.");
            else
                edit.Apply(this);
        }

        if (layer is not null && (_entries.Count == 0 || (_entries.All(e => e.IsEmpty) && !layer.Roster.People.IsEmpty)))
            Faults.Add("edits", $"Nobody is left on the roster of \"{layer.Name}\".", "Insert somebody as well, or let the layer end.");
    }

    public void Insert(OnCallPeople? people, string argument, int? at)
    {
        if (people is null)
            Fault(argument, "Nobody is named.", "Name who joins; OnCallPeople.Nobody makes an empty turn.");
        if (at < 0 || (layer is not null && at > _entries.Count))
        {
            var places = layer is null ? "0 or more" : $"0 to {_entries.Count}";
            Fault("At", $"The roster has no place {at}.", $"Give {places}, or leave it out for the end.");
        }
        else if (people is not null && layer is not null)
        {
            var place = at ?? _entries.Count;
            // Into a roster that has become empty the mark falls on the first that comes.
            if (place <= Next && _entries.Count > 0)
                Next++;
            _entries.Insert(place, people);
        }
    }

    public void Remove(Responder? person)
    {
        if (person is null)
        {
            Fault("Person", "Nobody is named.", "Name who leaves.");
        }
        else if (layer is not null && !_entries.Exists(e => e.Contains(person)))
        {
            var people = OnCallPeople.Of(_entries.SelectMany(e => e));
            Fault("Person", $"{person} is on no entry of \"{layer.Name}\".", $"Name one of {people}.");
        }
        else
        {
            Leave(person);
        }
    }

    public void RemoveAt(int at)
    {
        if (at < 0 || (layer is not null && at >= _entries.Count))
        {
            var remedy = layer is null || _entries.Count == 0 ? "Give the place of an entry, from 0." : $"Give 0 to {_entries.Count - 1}.";
            Fault("At", $"The roster has no entry {at}.", remedy);
        }
        else if (layer is not null)
        {
            Drop(at);
        }
    }

    public void Reorder(IReadOnlyList<OnCallPeople?> order, string argument)
    {
        if (order.Any(e => e is null))
        {
            Fault(argument, "An entry is null.", "Leave it out.");
            return;
        }

        if (layer is null)
            return;
        var (missing, extra) = (Without(_entries, order), Without(order!, _entries));
        if (missing.Count + extra.Count > 0)
        {
            Fault(
                argument,
                $"{Listed("Missing", missing)} {Listed("Not on the roster", extra)}".Trim(),
                "Name each entry of the roster as often as it stands there, and no other; to insert or remove use an edit of its own.");
            return;
        }

        if (_entries.Count == 0)
            return;
        // Of entries that are alike the first stays the first.
        var alike = _entries.Take(Next).Count(e => e.Equals(_entries[Next]));
        var marked = _entries[Next];
        Next = order.Index().Where(e => e.Item!.Equals(marked)).ElementAt(alike).Index;
        _entries.Clear();
        _entries.AddRange(order!);
    }

    public void ChangeLength(int length)
    {
        if (length < 1)
            Fault("Length", $"A turn cannot last {length} units.", "Give a length of 1 or more.");
        else
            Length = length;
    }

    private static string Listed(string title, List<OnCallPeople> entries) =>
        entries.Count > 0 ? $"{title}: {string.Join("; ", entries)}." : "";

    private static List<OnCallPeople> Without(IEnumerable<OnCallPeople?> entries, IEnumerable<OnCallPeople?> others)
    {
        List<OnCallPeople> left = [.. entries.OfType<OnCallPeople>()];
        foreach (var other in others)
            left.Remove(other!);
        return left;
    }

    private void Leave(Responder person)
    {
        for (var i = _entries.Count - 1; i >= 0; i--)
        {
            if (!_entries[i].Contains(person))
                continue;
            if (_entries[i].Count == 1)
                Drop(i);
            else
                _entries[i] = OnCallPeople.Of(_entries[i].Where(p => p != person));
        }
    }

    private void Drop(int at)
    {
        _entries.RemoveAt(at);
        if (at < Next)
            Next--;
        if (Next >= _entries.Count)
            Next = 0;
    }

    private void Fault(string argument, string reason, string remedy) =>
        Faults.Add($"{_place}.{argument}", reason, remedy);
}
