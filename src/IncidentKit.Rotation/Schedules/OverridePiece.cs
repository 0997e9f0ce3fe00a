namespace IncidentKit.Rotation;

/// <summary>A stretch in which an override is the last word of its kind on the same people.</summary>
internal readonly record struct OverridePiece(Interval Time, OnCallOverride Change)
{
    /// <summary>Cuts overrides so that no two about the same people overlap, however many lie on top of each other.</summary>
    public static IEnumerable<OverridePiece> Of(IEnumerable<OnCallOverride> overrides) => overrides.GroupBy(Subject).SelectMany(Pieces);

    // What one of them says makes no difference where a later one of the same subject holds.
    private static (string?, object, int?) Subject(OnCallOverride change) => change switch
    {
        AddOverride add => (change.Layer, add.Person, 0),
        CoverOverride cover => (change.Layer, cover.People, cover.Priority),
        _ => (change.Layer, change.Whom!, null),
    };

    private static IEnumerable<OverridePiece> Pieces(IEnumerable<OnCallOverride> overrides)
    {
        OnCallOverride[] all = [.. overrides];
        var edges = all.Index()
            .SelectMany(o => new[] { (At: o.Item.Time.Start, o.Index, Begins: true), (At: o.Item.Time.End, o.Index, Begins: false) })
            .OrderBy(e => e.At);
        SortedSet<int> holding = [];
        var since = default(DateTimeOffset);
        foreach (var (at, index, begins) in edges)
        {
            if (holding.Count > 0)
                yield return new OverridePiece(new Interval(since, at), all[holding.Max]);
            if (begins)
                holding.Add(index);
            else
                holding.Remove(index);
            since = at;
        }
    }
}
