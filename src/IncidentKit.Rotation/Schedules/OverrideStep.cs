namespace IncidentKit.Rotation;

/// <summary>The last steps of the resolution: covers, then one mapping without chains, then what is added.</summary>
internal sealed class OverrideStep(IReadOnlyList<OnCallOverride> holding)
{
    /// <summary>Applies the overrides that name a layer, or with null those that name none.</summary>
    public List<Contribution> Apply(List<Contribution> people, LayerClock? layer)
    {
        if (holding.Count == 0)
            return people;
        var name = layer?.Layer.Name;
        var mine = holding.Where(o => o.Layer == name).ToList();
        if (mine.Count == 0)
            return people;
        var covers = mine.OfType<CoverOverride>().ToList();
        if (covers.Count > 0)
        {
            var highest = covers.Max(c => c.Priority);
            covers.RemoveAll(c => c.Priority < highest);
            people = [.. covers.SelectMany(c => c.People.Select(p => new Contribution { Person = p, Changes = [c] }))];
        }

        // Of those about one person the last one counts.
        Dictionary<Responder, OnCallOverride> changes = [];
        foreach (var change in mine.Where(o => o.Whom is not null))
            changes[change.Whom!] = change;
        people = [.. people.Select(p => Map(p, changes)).OfType<Contribution>()];
        people.AddRange(mine.OfType<AddOverride>().Select(a => new Contribution { Person = a.Person, Changes = [a] }));
        return people;
    }

    private static Contribution? Map(Contribution contribution, Dictionary<Responder, OnCallOverride> changes)
    {
        if (contribution.IsMapped || !changes.TryGetValue(contribution.Person, out var change))
            return contribution;
        var by = change switch
        {
            ReplaceOverride replace => replace.By,
            SwapOverride swap => swap.TakenBy,
            _ => null,
        };
        return by is null ? null : contribution with { Person = by, Changes = [.. contribution.Changes, change] };
    }
}
