namespace IncidentKit.Conventions.Tests.Dependencies;

/// <summary>Finds knots: sets of nodes in which each reaches each other.</summary>
internal static class Components
{
    /// <summary>The strongly connected components of more than one node, each in order and the list in order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Of(IEnumerable<(string From, string To)> edges)
    {
        var next = edges.Where(edge => edge.From != edge.To).ToLookup(edge => edge.From, edge => edge.To, StringComparer.Ordinal);
        var reached = next.ToDictionary(from => from.Key, from => Reach(from.Key, next), StringComparer.Ordinal);
        return
        [
            .. reached.Keys.Where(node => reached[node].Contains(node))
                .Select(node => (IReadOnlyList<string>)
                [
                    .. reached[node].Where(other => reached.TryGetValue(other, out var back) && back.Contains(node))
                        .Order(StringComparer.Ordinal),
                ])
                .DistinctBy(component => component[0]).OrderBy(component => component[0], StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(next[start]);
        while (waiting.TryPop(out var node))
        {
            if (!reached.Add(node))
                continue;
            foreach (var other in next[node])
                waiting.Push(other);
        }

        return reached;
    }
}
