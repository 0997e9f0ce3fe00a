namespace IncidentKit.Testing;

internal static class LedgerLaws
{
    private static readonly TimeSpan[] Later =
        [TimeSpan.Zero, TimeSpan.FromMinutes(3), TimeSpan.FromHours(1), TimeSpan.FromDays(2), TimeSpan.FromDays(30)];

    public static string? MovedBack(IncidentMoment moment)
    {
        // A fact of unknown time, or one told ahead of its time, may change what was said before.
        if (moment.After.History.Any(e => e.When.Instant is not { } at || at > moment.Now))
            return null;
        var ledger = new ObligationLedger(moment.Lifecycle.Policy);
        IReadOnlyList<Obligation> known = [];
        foreach (var span in Later)
        {
            var rows = ledger.At(moment.After, moment.Now + span);
            foreach (var earlier in known.Where(o => o.Since is not null))
            {
                var same = rows.Where(o => (o.Name, o.Since) == (earlier.Name, earlier.Since)).ToList();
                if (!same.Exists(o => MayFollow(earlier.Status, o.Status)))
                {
                    return $"{earlier.Name} was {earlier.Status}, "
                        + $"and {span} later it {(same.Count == 0 ? "is gone" : $"is {same[0].Status}")}";
                }
            }

            known = rows;
        }

        return null;
    }

    public static string? Disagreeing(IncidentMoment moment)
    {
        var ledger = new ObligationLedger(moment.Lifecycle.Policy);
        return Later.Select(span => moment.Now + span)
            .SelectMany(at => ledger.At(moment.After, at).Where(o => !Agrees(o, at)).Select(o => $"{o} at {When.At(at)}"))
            .FirstOrDefault();
    }

    public static string? PendingAfterTheEnd(IncidentMoment moment)
    {
        if (moment.After.IsOpen)
            return null;
        var ledger = new ObligationLedger(moment.Lifecycle.Policy);
        return Later.SelectMany(span => ledger.At(moment.After, moment.Now + span))
            .FirstOrDefault(o => o.Status == ObligationStatus.Pending) is { } pending
            ? $"{pending.Name} is pending"
            : null;
    }

    public static string? WrongNextDue(IncidentMoment moment)
    {
        var ledger = new ObligationLedger(moment.Lifecycle.Policy);
        var first = ledger.At(moment.After, moment.Now).Where(o => o.Status == ObligationStatus.Pending).Min(o => o.DueAt);
        return ledger.NextDue(moment.After, moment.Now) is var next && next != first ? $"{next} is said to be next, and {first} is" : null;
    }

    private static bool Agrees(Obligation obligation, DateTimeOffset at) =>
        !(obligation.DueAt < obligation.Since) && !(obligation.MetAt > at) && obligation.Status switch
        {
            ObligationStatus.Pending => obligation.DueAt > at && obligation.MetAt is null,
            ObligationStatus.Missed => obligation.DueAt <= at && obligation.MetAt is null,
            ObligationStatus.Met => obligation.MetAt <= obligation.DueAt,
            _ => true,
        };

    private static bool MayFollow(ObligationStatus from, ObligationStatus to) => from == to || (from, to) switch
    {
        (ObligationStatus.Pending, ObligationStatus.Met or ObligationStatus.Missed
            or ObligationStatus.Waived or ObligationStatus.NotRequired) => true,
        (ObligationStatus.Pending or ObligationStatus.Missed, ObligationStatus.MetLate) => true,
        (ObligationStatus.NotRequired, ObligationStatus.Waived) => true,
        _ => false,
    };
}
