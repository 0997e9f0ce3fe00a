using FsCheck.Xunit;

namespace IncidentKit.Tests.Obligations;

/// <summary>What holds of the ledger of any incident.</summary>
[Process("P08")]
[Process("P16")]
[Laws(200, Arbitrary = [typeof(Steps)], EndSize = 100)]
public sealed class LedgerLaws
{
    private static readonly ObligationLedger Ledger = new(IncidentPolicy.Default);

    [Property]
    public void At_GrowingInstants_StatusesOnlyMoveForward(Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, Steps.AtKnownTimes(steps));
        IReadOnlyList<Obligation> known = [];
        foreach (var instant in InstantsOf(incident))
        {
            var rows = Ledger.At(incident, instant);
            foreach (var earlier in known)
            {
                // A row without a start says only that nothing is asked so far.
                if (earlier.Since is null)
                    continue;
                var later = rows.Where(o => (o.Name, o.Since) == (earlier.Name, earlier.Since)).ToList();
                Assert.True(later.Count > 0, $"at {instant:O} {earlier} is gone");
                // Two rows of one start (an update that is the acknowledgement too) cannot be told apart by their key.
                Assert.True(later.Exists(o => MayFollow(earlier.Status, o.Status)), $"at {instant:O} {earlier} became {later[0]}");
            }

            known = rows;
        }
    }

    [Property]
    [Process("P05")]
    public void At_LevelRaised_AddsNoMissInThePast(Step[] steps) =>
        Steps.Run(IncidentPolicy.Default, Steps.AtKnownTimes(steps), (before, _, decision, _) =>
        {
            if (!before.IsOpen
                || decision.Events.OfType<SeverityChanged>()
                    .SingleOrDefault(e => e.Change is SeverityChange.Set or SeverityChange.Raised) is not { When.Instant: { } told } raise)
            {
                return;
            }

            var at = told < raise.RecordedAt ? told : raise.RecordedAt;
            // A level told late takes its place among the facts of its time; only there is it a raise for certain.
            if (before.History.Any(e => before.Facts.TimeOf(e).Instant > at))
                return;
            var missed = Ledger.At(before, at).Where(o => o.Status == ObligationStatus.Missed).Select(o => (o.Name, o.Since)).ToHashSet();
            Assert.All(
                Ledger.At(decision.Incident!, at).Where(o => o.Status == ObligationStatus.Missed),
                o => Assert.Contains((o.Name, o.Since), missed));
        });

    [Property]
    [Process("P28")]
    public void At_EndedIncident_NothingIsPending(Step[] steps) => Steps.Run(IncidentPolicy.Default, steps, (_, _, decision, now) =>
    {
        if (decision.Incident!.IsOpen)
            return;
        foreach (var instant in new[] { now, now.AddMinutes(3), now.AddDays(2), now.AddDays(30) })
            Assert.DoesNotContain(Ledger.At(decision.Incident, instant), o => o.Status == ObligationStatus.Pending);
        Assert.Null(Ledger.NextDue(decision.Incident, now));
    });

    [Property]
    [Process("P05")]
    public void TermsAt_Now_HoldTheLevelThatTheIncidentHas(Step[] steps) =>
        Steps.Run(IncidentPolicy.Default, steps, (_, _, decision, now) =>
        {
            var incident = decision.Incident!;
            var terms = new LedgerTimeline(IncidentPolicy.Default, incident.Facts, now).TermsAt(now);
            Assert.Equal((IncidentPolicy.Default.LevelOf(incident), incident.Level is null), (terms.Level, terms.IsProvisional));
        });

    [Property]
    [Process("P24")]
    public void At_GateOfAnyTime_ErasesNoMiss(Step[] steps) => Steps.Run(IncidentPolicy.Default, steps, (before, command, decision, now) =>
    {
        if (decision.IsRefused || command is not (WaiveObligation or LowerSeverity or CancelIncident or MarkDuplicate or CloseIncident))
            return;
        // A person who decides a gate has acknowledged: what was missed may be met now, late or in the last moment.
        var missed = Ledger.At(decision.Incident!, now)
            .Where(o => o.Status == ObligationStatus.Missed
                || (o.Status is ObligationStatus.Met or ObligationStatus.MetLate && o.MetAt == now))
            .Select(o => (o.Name, o.Since, o.DueAt))
            .ToHashSet();
        Assert.All(
            Ledger.At(before, now).Where(o => o.Status == ObligationStatus.Missed),
            o => Assert.Contains((o.Name, o.Since, o.DueAt), missed));
    });

    [Property]
    [Process("P29")]
    public void At_ReopenedSinceItCameBack_AsksForMitigationFromThen(Step[] steps) =>
        Steps.Run(IncidentPolicy.Default, steps, (_, command, decision, now) =>
        {
            if (decision.IsRefused
                || command is not ReopenIncident { Because: ReopenReason.CameBack }
                || IncidentPolicy.Default.LevelOf(decision.Incident!).MitigateWithin is null)
            {
                return;
            }

            var since = decision.Events.OfType<IncidentRecurred>().Single().When.Instant!.Value;
            if (since <= now)
            {
                Assert.Contains(
                    Ledger.At(decision.Incident!, now),
                    o => o is { Name: ObligationNames.Mitigate, Status: ObligationStatus.Pending or ObligationStatus.Missed }
                        && o.Since == since);
            }
        });

    [Property]
    public void At_OtherInstantsAskedBefore_ChangesNothing(Step[] steps, int[] minutes)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps);
        foreach (var minute in minutes)
            Ledger.At(incident, Story.Start.AddMinutes(minute % 10_000));

        foreach (var instant in InstantsOf(incident).Take(20))
            Assert.Equal(Ledger.At(Incident.Replay(incident.History), instant), Ledger.At(incident, instant));
    }

    [Property]
    public void At_AnyInstant_EachRowIsInAgreementWithItself(Step[] steps)
    {
        var incident = Steps.Run(IncidentPolicy.Default, steps);
        foreach (var instant in InstantsOf(incident))
        {
            Assert.All(Ledger.At(incident, instant), o =>
            {
                Assert.True(o.DueAt is null || o.DueAt >= o.Since, $"{o}");
                Assert.True(o.MetAt is null || o.MetAt <= instant, $"{o}");
                Assert.True(
                    o.Status switch
                    {
                        ObligationStatus.Pending => o.DueAt > instant && o.MetAt is null,
                        ObligationStatus.Missed => o.DueAt <= instant && o.MetAt is null,
                        ObligationStatus.Met => o.MetAt <= o.DueAt,
                        // Of roles held at unknown times it may be known only that the last came late.
                        ObligationStatus.MetLate => o.MetAt is not null || o.Name == ObligationNames.StaffRoles,
                        _ => true,
                    },
                    $"at {instant:O}: {o}");
            });
        }
    }

    private static bool MayFollow(ObligationStatus from, ObligationStatus to) => from == to || (from, to) switch
    {
        (ObligationStatus.Pending, ObligationStatus.Met or ObligationStatus.Missed
            or ObligationStatus.Waived or ObligationStatus.NotRequired) => true,
        (ObligationStatus.Pending or ObligationStatus.Missed, ObligationStatus.MetLate) => true,
        (ObligationStatus.NotRequired, ObligationStatus.Waived) => true,
        _ => false,
    };

    // Every instant at which something can change: the facts, and what they make due.
    private static List<DateTimeOffset> InstantsOf(Incident incident)
    {
        var facts = incident.History.Select(e => e.When.Instant).OfType<DateTimeOffset>().Append(Story.Start).ToList();
        var last = facts.Max().AddDays(20);
        var due = facts.Append(last).SelectMany(at => Ledger.At(incident, at)).Select(o => o.DueAt).OfType<DateTimeOffset>();
        return [.. facts.Concat(due).SelectMany(at => new[] { at.AddSeconds(-1), at }).Append(last).Distinct().Order()];
    }
}
