namespace IncidentKit;

/// <content>What a duplicate hands over.</content>
public sealed partial class IncidentManager
{
    // The other incident takes over first: what is cancelled can hand nothing over, and a second try repeats nothing.
    private async Task<List<Task>> HandOverAsync(IncidentId id, MarkDuplicate mark, CancellationToken cancellationToken)
    {
        List<Task> told = [];
        var duplicate = await LoadAsync(id, cancellationToken).ConfigureAwait(false);
        var informed = await _lookup.InformAsync(id, mark, cancellationToken).ConfigureAwait(false);
        if (informed is not MarkDuplicate { Of: var of }
            || of == id
            || !new IncidentLifecycle(_policies.Of(duplicate)).Can(duplicate, informed, _clock.GetUtcNow()))
        {
            return told;
        }

        foreach (var command in DuplicateMerge.Commands(
            duplicate,
            await LoadAsync(of, cancellationToken).ConfigureAwait(false),
            mark.By))
        {
            await DecideInTurnAsync(of, command, told, cancellationToken).ConfigureAwait(false);
        }

        return told;
    }
}
