namespace IncidentKit;

/// <summary>What a duplicate hands over to the incident that covers it (P16): its alerts, its public thread and its responders.</summary>
internal static class DuplicateMerge
{
    /// <summary>Follows the marks of duplicates to the incident that covers them all.</summary>
    /// <returns>That incident; null where <paramref name="of"/> is no incident that is known.</returns>
    public static async Task<Incident?> CoverAsync(IncidentId of, Func<IncidentId, Task<Incident?>> find)
    {
        HashSet<IncidentId> seen = [];
        var cover = of == default ? null : await find(of).ConfigureAwait(false);
        while (cover?.DuplicateOf is { } next && seen.Add(cover.Id))
            cover = await find(next).ConfigureAwait(false) ?? cover;
        return cover;
    }

    /// <summary>The commands by which <paramref name="cover"/> takes over, each with a key, so that a second try repeats none.</summary>
    public static IEnumerable<IncidentCommand> Commands(Incident duplicate, Incident cover, Actor by)
    {
        // What a restricted incident knows must not come out where everybody reads.
        if (duplicate.IsRestricted && !cover.IsRestricted)
        {
            yield return new Restrict
            {
                By = by,
                Reason = "it covers a restricted incident",
                IdempotencyKey = $"duplicate {duplicate.Id} restricted",
            };
        }

        if (!cover.IsOpen)
        {
            yield return new Link { By = by, To = duplicate.Id, Kind = LinkKind.Duplicate, IdempotencyKey = $"duplicate {duplicate.Id}" };
            yield break;
        }

        yield return new TakeOverDuplicate
        {
            By = by, Duplicate = duplicate.Id, AlertKeys = [.. duplicate.Alerts.Select(alert => alert.Key)],
            Status = duplicate.PublicStatus,
            IdempotencyKey = $"duplicate {duplicate.Id}",
        };
        foreach (var person in duplicate.Responders.Where(person => !cover.Responders.Contains(person))
            .OrderBy(person => person.Id, StringComparer.Ordinal))
        {
            yield return new Join { By = by, Person = person, IdempotencyKey = $"duplicate {duplicate.Id} {person.Id}" };
        }
    }
}
