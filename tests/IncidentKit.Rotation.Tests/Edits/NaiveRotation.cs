namespace IncidentKit.Rotation.Tests.Edits;

/// <summary>A round of entries as a list of nodes and the node whose turn it is; shares no code with the library.</summary>
internal sealed class NaiveRotation
{
    private readonly List<Node> _nodes;
    private Node? _next;

    public NaiveRotation(IEnumerable<OnCallPeople> entries, int next)
    {
        _nodes = [.. entries.Select(e => new Node([.. e.Select(p => p.Id)]))];
        _next = _nodes[next];
    }

    public int Count => _nodes.Count;

    /// <summary>The round from the entry whose turn it is.</summary>
    public List<string> Round => [.. _nodes.SkipWhile(n => n != _next)
        .Concat(_nodes.TakeWhile(n => n != _next))
        .Select(n => string.Join(",", n.People.Order(StringComparer.Ordinal)))];

    public void Insert(int at, params string[] people)
    {
        _nodes.Insert(at, new Node([.. people]));
        _next ??= _nodes[at];
    }

    public void Remove(string person)
    {
        foreach (var node in _nodes.Where(n => n.People.Contains(person)).ToList())
        {
            node.People.Remove(person);
            if (node.People.Count == 0)
                RemoveAt(_nodes.IndexOf(node));
        }
    }

    public void RemoveAt(int at)
    {
        if (_nodes[at] == _next)
            _next = _nodes.Count == 1 ? null : _nodes[(at + 1) % _nodes.Count];
        _nodes.RemoveAt(at);
    }

    public void Reorder(IReadOnlyList<int> order)
    {
        var old = _nodes.ToList();
        _nodes.Clear();
        _nodes.AddRange(order.Select(i => old[i]));
    }

    private sealed record Node(List<string> People)
    {
        public bool Equals(Node? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
