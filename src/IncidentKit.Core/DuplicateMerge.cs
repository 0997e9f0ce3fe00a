namespace IncidentKit;

/// <summary>
/// What a duplicate hands over to the incident that covers it (P16): its alerts, public thread and responders, what is known of its
/// impact, and a level that is more severe.
/// </summary>
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

        if (!cover.IsAcknowledged && duplicate.History.OfType<Acknowledged>().FirstOrDefault() is { By: Responder } acknowledged)
        {
            yield return new Acknowledge
            {
                By = acknowledged.By, When = acknowledged.When, IdempotencyKey = $"duplicate {duplicate.Id} acknowledged",
            };
        }

        if (Impact(duplicate, cover) is { } impact)
            yield return impact with { By = by, IdempotencyKey = $"duplicate {duplicate.Id} impact" };
        foreach (var stated in duplicate.Facts.Impact)
        {
            yield return new StateImpact
            {
                By = by, Kind = stated.Kind, From = stated.When, To = stated.To, Share = stated.Share,
                IdempotencyKey = Invariant($"duplicate {duplicate.Id} impact {stated.Sequence}"),
            };
        }

        if (duplicate.Level is { } level && !(cover.Level <= level))
            yield return new Classify { By = by, Level = level, IdempotencyKey = $"duplicate {duplicate.Id} level" };
    }

    /// <summary>The pages of a duplicate that was never stored, for the record of the incident that covers it.</summary>
    public static IEnumerable<IncidentCommand> Pages(Incident duplicate) =>
        duplicate.History.OfType<PagingStepEvent>().Select(paging => new RecordPaging
        {
            By = PagingFacts.Self, When = paging.When, Delivery = paging.Delivery, Run = paging.Run, Cause = paging.Cause,
            Step = paging.Step, Repeat = paging.Repeat, Audience = paging.Audience,
            Fact = paging switch
            {
                Paged => PagingFact.Paged,
                PageFailed => PagingFact.Failed,
                _ => PagingFact.Skipped,
            },
            To = (paging as Paged)?.To ?? (paging as PageFailed)?.To,
            Urgency = (paging as Paged)?.Urgency ?? (paging as PageFailed)?.Urgency,
            Reason = (paging as PageFailed)?.Reason ?? (paging as PagingStepSkipped)?.Reason,
        });

    // What the duplicate knows and the other one does not; null if that is nothing.
    private static DescribeImpact? Impact(Incident duplicate, Incident cover)
    {
        var (theirs, ours) = (duplicate.ImpactFacts, cover.ImpactFacts);
        var told = new DescribeImpact
        {
            By = PagingFacts.Self,
            CustomersAffected = Worse(theirs.CustomersAffected, ours.CustomersAffected),
            DataLost = Worse(theirs.DataLost, ours.DataLost),
            DataExposed = Worse(theirs.DataExposed, ours.DataExposed),
            Function = ours.Function is null ? theirs.Function : null,
            State = ours.State is null ? theirs.State : null,
            Reach = ours.Reach is null ? theirs.Reach : null,
            Symptom = cover.Symptom is null ? duplicate.Symptom : null,
        };
        return told == new DescribeImpact { By = PagingFacts.Self } ? null : told;

        static bool? Worse(bool? theirs, bool? ours) => theirs == true && ours != true ? true : ours is null ? theirs : null;
    }
}
