namespace IncidentKit;

/// <summary>
/// Looks up what a pure decision cannot know, and puts it into the command: other open incidents, taken
/// names, what covers a duplicate.
/// </summary>
/// <param name="store">Knows the other incidents.</param>
/// <param name="find">Finds one of them; null where there is none.</param>
internal sealed class CommandEnricher(IIncidentStore store, Func<IncidentId, CancellationToken, Task<Incident?>> find)
{
    /// <summary>The command as it is decided on; the same object where nothing was put into it.</summary>
    /// <exception cref="IncidentNotFoundException">There is no incident that covers the duplicate.</exception>
    public async Task<IncidentCommand> EnrichAsync(IncidentId id, IncidentCommand command, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case AttachAlert { Key: { Length: > 0 } key } attach:
                return await store.FindOpenByAlertKeyAsync(key, cancellationToken).ConfigureAwait(false) is { } other && other != id
                    ? attach with { AlsoAt = other }
                    : attach;
            case MarkDuplicate mark:
                var cover = await DuplicateMerge.CoverAsync(mark.Of, of => find(of, cancellationToken)).ConfigureAwait(false);
                return cover is not null ? mark with { Of = cover.Id, ThreadGoesOver = cover.IsOpen }
                    : mark.Of == default ? mark
                    : throw new IncidentNotFoundException(mark.Of);
            case OpenChannel { Name: null } open:
                return await WithTakenNamesAsync(open, cancellationToken).ConfigureAwait(false);
            default:
                return command;
        }
    }

    private async Task<IncidentCommand> WithTakenNamesAsync(OpenChannel open, CancellationToken cancellationToken)
    {
        var taken = new List<string>(open.Taken ?? EquatableStringList.Empty);
        await foreach (var other in store.ListOpenAsync(cancellationToken).ConfigureAwait(false))
        {
            if (other.Channel is { } channel)
                taken.Add(channel);
        }

        return open with { Taken = [.. taken] };
    }
}
