using Microsoft.Extensions.Logging;

namespace IncidentKit;

/// <summary>Asks the directories who stands behind the targets of a action.</summary>
internal sealed class AudienceResolver(IOnCallDirectory? onCall, IAudienceDirectory? audiences, TimeProvider clock, ILogger logger)
{
    /// <summary>The people by target; null where a directory failed.</summary>
    public async Task<IReadOnlyDictionary<EscalationTarget, IReadOnlyList<Responder>?>> BehindAsync(
        EscalationAction action, Incident incident, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // At the same time: one directory that hangs holds up the action no longer than one.
        var targets = action.Groups.SelectMany(group => group.Targets).Distinct().ToList();
        var people = await Task
            .WhenAll(targets.Select(target => BehindAsync(target, incident, at, cancellationToken)))
            .ConfigureAwait(false);
        return targets.Zip(people).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private async Task<IReadOnlyList<Responder>?> BehindAsync(
        EscalationTarget target, Incident incident, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (target.Person is { } person)
            return [person];
        try
        {
            return target.IsOnCall
                ? onCall is null
                    ? []
                    : await InTimeAsync(limited => onCall.OnCallAsync(incident.Service, at, limited), cancellationToken)
                        .ConfigureAwait(false)
                : audiences is null ? []
                : await InTimeAsync(limited => audiences.BehindAsync(target.Audience!, incident.Service, at, limited), cancellationToken)
                    .ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            logger.DirectoryFailed(e, incident.Id);
            return null;
        }
    }

    private Task<IReadOnlyList<Responder>> InTimeAsync(
        Func<CancellationToken, ValueTask<IReadOnlyList<Responder>>> ask,
        CancellationToken cancellationToken) =>
        TimeLimit.WithinAsync(ask, PagingMonitor.AttemptLimit, clock, cancellationToken);
}
