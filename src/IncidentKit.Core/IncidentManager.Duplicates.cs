namespace IncidentKit;

/// <content>What a duplicate hands over.</content>
public sealed partial class IncidentManager
{
    // One at a time: what covers what is looked up in other incidents, and two that mark each other at once would end both. The other
    // incident takes over first: what is cancelled can hand nothing over, and a second try repeats nothing.
    private async Task<Decision> MarkDuplicateAsync(IncidentId id, MarkDuplicate mark, CancellationToken cancellationToken)
    {
        using (await _duplicates.EnterAsync(nameof(MarkDuplicate), cancellationToken).ConfigureAwait(false))
        {
            var duplicate = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
            var enriched = await _enricher.EnrichAsync(id, mark, cancellationToken).ConfigureAwait(false);
            if (enriched is MarkDuplicate { Of: var of }
                && of != id
                && new IncidentLifecycle(_policies.Of(duplicate)).Can(duplicate, enriched, _clock.GetUtcNow()))
            {
                using (await _incidents.EnterAsync(of, cancellationToken).ConfigureAwait(false))
                {
                    await DecideAsync(
                        of,
                        cover => DuplicateMerge.Commands(duplicate, cover, mark.By).Select(command => (command, command)),
                        cancellationToken).ConfigureAwait(false);
                }
            }

            return await DecideInTurnAsync(id, mark, mark, cancellationToken).ConfigureAwait(false);
        }
    }
}
