using System.Text.RegularExpressions;
using FsCheck.Xunit;
using IncidentKit.Templates;

namespace IncidentKit.Insights.Tests.Metrics;

/// <summary>Whoever reads the history gives the same answer to the same question.</summary>
[Process("P58")]
[Process("P52")]
[Laws(400, Arbitrary = [typeof(Steps)], EndSize = 100)]
public sealed partial class OneReadingLaws
{
    private static readonly IncidentPolicy Policy = IncidentPolicy.Default;
    private static readonly PostMortems PostMortems = new(Policy);
    private static readonly Notifications Notifications = new(Policy);
    private static readonly PagingPeople People = new((_, _) => [Story.Bob]);

    [Property]
    public void Durations_AnyIncident_AreTheSameInReportAndPostMortem(bool retrospective, Step[] steps, int minutes)
    {
        var (incident, asOf) = (Journeys.Run(Policy, retrospective, steps), InstantOf(minutes));
        if (Report(incident, asOf) is not { } report)
            return;
        var draft = PostMortems.Draft(incident, instant: asOf);

        Assert.Equal(draft.ToDetect, report[FigureNames.ToDetect].Median);
        Assert.Equal(draft.ToAcknowledge, report[FigureNames.ToAcknowledge].Median);
        Assert.Equal(draft.ToMitigate, report[FigureNames.ToMitigate].Median);
        Assert.Equal(draft.Duration, report[FigureNames.ToResolve].Median);
        var downtime = report[FigureNames.Downtime];
        if (downtime.Open.Count == 0)
            Assert.Equal(draft.Downtime, downtime.Median ?? downtime.AtMost.Select(sample => (TimeSpan?)sample.Duration).SingleOrDefault());
        Assert.Equal(downtime.AtMost.Count > 0, downtime.Open.Count == 0 && draft.DowntimeBasis == DowntimeBasis.UpperBound);
        if (SeverityTimeline.Of(incident).Final is { } level)
            Assert.Equal(Policy.Level(level).ToString(), draft.Severity);
        Assert.Equal(
            (report.ActionItems.Done, report.ActionItems.Open + report.ActionItems.Unknown),
            (draft.ActionItems.Count(item => item.IsDone), draft.ActionItems.Count(item => !item.IsDone)));
    }

    [Property]
    public void UnderstaffedTime_AnyIncident_IsTheSameInReportAndPostMortem(bool retrospective, Step[] steps, int minutes)
    {
        var (incident, asOf) = (Journeys.Run(Policy, retrospective, steps), InstantOf(minutes));
        if (Report(incident, asOf)?[FigureNames.Understaffed] is not { } figure || figure.Open.Count > 0)
            return;

        Assert.Equal(
            figure.Median is { } time && time >= TimeSpan.FromMinutes(1) ? $"{(long)time.TotalMinutes}" : null,
            PostMortems.Draft(incident, instant: asOf).WentPoorly
                .Select(point => UnderstaffedWords().Match(point.Text))
                .Where(match => match.Success)
                .Select(match => $"{(Number(match, "hours") * 60) + Number(match, "minutes")}")
                .SingleOrDefault());

        static long Number(Match match, string group) => match.Groups[group] is { Success: true } found ? long.Parse(found.Value) : 0;
    }

    [Property]
    public void Acknowledgement_AnyIncident_IsTheSameInLedgerReportAndPostMortem(bool retrospective, Step[] steps, int minutes)
    {
        var (incident, asOf) = (Journeys.Run(Policy, retrospective, steps), InstantOf(minutes));
        var acknowledged = incident.Times.Acknowledged?.Instant is { } at && at <= asOf ? at : (DateTimeOffset?)null;
        var draft = PostMortems.Draft(incident, instant: asOf);

        Assert.Equal(
            acknowledged,
            draft.Timeline.Where(entry => entry.Milestone?.Contains("cknowledged", StringComparison.Ordinal) == true)
                .Select(entry => entry.At)
                .SingleOrDefault());
        // If one of unknown time may have come first, the ledger names the first known one: the obligation was met by then at the latest.
        if (!incident.Facts.Acknowledged.HasUnknown)
        {
            Assert.All(
                new ObligationLedger(Policy).At(incident, asOf).Where(row => row is { Name: ObligationNames.Acknowledge, MetAt: not null }),
                row => Assert.Equal(acknowledged, row.MetAt));
        }

        if (Report(incident, asOf)?[FigureNames.ToAcknowledge].Median is { } took)
            Assert.Equal(acknowledged, incident.Facts.Detected.Instant + took);
    }

    // In each later run somebody has to acknowledge again: see decision 0077.
    [Property]
    public void Acknowledgement_IncidentUnderWay_StopsTheSteps(Step[] steps)
    {
        var incident = Journeys.Run(Policy, false, steps);
        if (incident.History.Any(e => e is PagingEvent or IncidentRecurred or IncidentReopened)
            || incident.Phase is not (IncidentPhase.Detection or IncidentPhase.Mitigation or IncidentPhase.Resolution)
            || Policy.Level(incident.Level ?? Policy.ProvisionalLevel).Paging != PagingHours.AnyHour)
        {
            return;
        }

        var plan = PagingPlan.Of(incident, Policy, incident.History[^1].RecordedAt, People)
            .TakeWhile(row => row.Cause != PagingCause.Silence);

        Assert.Equal(incident.Facts.Acknowledged.IsEmpty, plan.Any(row => row.Cause == PagingCause.NotAcknowledged));
    }

    [Property]
    public void Recurrences_AnyIncident_AreTheSameInLedgerReportAndPostMortem(bool retrospective, Step[] steps, int minutes)
    {
        var (incident, asOf) = (Journeys.Run(Policy, retrospective, steps), InstantOf(minutes));
        if (Report(incident, asOf) is not { } report)
            return;
        var recurrences = report.Recurrences.Total;
        var ledger = new ObligationLedger(Policy).At(incident, asOf).Where(row => row.Name == ObligationNames.Mitigate).ToList();
        var times = incident.Facts.Recurrences.Where(recurrence => recurrence.At <= asOf).Select(recurrence => recurrence.At).ToList();

        Assert.Equal(
            incident.Times.Mitigated?.Instant <= asOf && recurrences > 0,
            PostMortems.Draft(incident, instant: asOf).Summary.HowResolved?.Contains(
                $"came back {recurrences} time",
                StringComparison.Ordinal) == true);
        var isPlain = Policy.Level(incident.Level ?? Policy.ProvisionalLevel).MitigateWithin is not null
            && !incident.History.Any(e => e is SeverityChanged or ObligationWaived or IncidentClosed or IncidentCancelled);
        if (isPlain)
            Assert.All(times, at => Assert.Contains(ledger, row => row.Since == at));
    }

    [Property]
    public void Duration_ResolvedIncident_IsTheSameInNotificationAndPostMortem(bool retrospective, Step[] steps)
    {
        var incident = Journeys.Run(Policy, retrospective, steps);
        var resolution = Notifications.Resolution(incident)
            .Affecting("cart")
            .Experienced("Payments fail.")
            .WhatHappened("An index was lost.");
        if (resolution.Check().Count > 0)
            return;

        var said = DurationLine().Match(resolution.Build().Render(NotificationFormat.Text)).Groups[1].Value;
        var written = DurationLine().Match(PostMortems.Render(PostMortems.Draft(incident), PostMortemFormat.Text)).Groups[1].Value;

        Assert.Equal(said, written.Replace(", since detection", "", StringComparison.Ordinal));
    }

    private static DateTimeOffset InstantOf(int minutes) =>
        minutes % 2 == 0 ? DateTimeOffset.MaxValue : Story.Start.AddMinutes(Math.Abs(minutes % 1000));

    private static FiguresReport? Report(Incident incident, DateTimeOffset asOf) =>
        FiguresReport.Of([incident], [Policy], asOf) is { Incidents.Counted: 1 } report ? report : null;

    [GeneratedRegex("held (?:the )?three roles for (?:(?<hours>\\d+) hours?)? ?(?:(?<minutes>\\d+) minutes?)?")]
    private static partial Regex UnderstaffedWords();

    [GeneratedRegex("- Duration: (.*)")]
    private static partial Regex DurationLine();
}
