using System.Globalization;
using static IncidentKit.Tests.Story;

namespace IncidentKit.Insights.Tests;

/// <summary>Incidents that are told minute by minute, each with a number.</summary>
internal static class Tales
{
    public static readonly SystemActor Bot = new("monitor");

    public static IncidentId IdOf(int n) => new(new Guid($"018f0000-0000-7000-8000-{n:000000000000}"));

    public static int NumberOf(IncidentId id) => int.Parse(id.ToString()[^12..], CultureInfo.InvariantCulture);

    public static string Numbers(IEnumerable<IncidentId> ids) => string.Join(" ", ids.Select(NumberOf));

    public static When At(int minute) => When.At(Start.AddMinutes(minute));

    /// <summary>Declared at the start, then each command at its minute.</summary>
    public static Incident Told(int n, DeclareIncident declared, params (int Minute, IncidentCommand Command)[] commands) =>
        Told(IncidentPolicy.Default, n, Start, declared, commands);

    public static Incident Told(
        IncidentPolicy policy,
        int n,
        DateTimeOffset start,
        DeclareIncident declared,
        params (int Minute, IncidentCommand Command)[] commands)
    {
        var lifecycle = new IncidentLifecycle(policy);
        var incident = lifecycle.Declare(IdOf(n), declared with { Number = n }, start).Incident!;
        foreach (var (minute, command) in commands)
        {
            var decision = lifecycle.Decide(incident, command, start.AddMinutes(minute));
            Assert.True(decision.IsAccepted, $"{command}: {decision}");
            incident = decision.Incident!;
        }

        return incident;
    }

    public static DeclareIncident Declared(int? level, Actor? by = null) =>
        new() { By = by ?? Bot, Title = "Checkout fails", Service = "checkout", Level = level };

    /// <summary>By the book: alert, acknowledgement, three people, updates, mitigated, resolved, post-mortem.</summary>
    public static Incident ByTheBook(int n) => Told(
        n, Declared(2) with { Started = At(-2), NoticedBy = NoticedBy.Alert },
        (3, new Acknowledge { By = Alice }),
        (4, new TakeCommand { By = Alice, Reason = "on call" }),
        (10, new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = Bob }),
        (13, new PostUpdate { By = Carol, Audience = UpdateAudience.Public, Text = "we are on it" }),
        (14, new AssignRole { By = Alice, Role = IncidentRole.CommunicationsLead, To = Carol }),
        (20, new PostUpdate { By = Carol, Audience = UpdateAudience.Internal, Text = "rolling back" }),
        (33, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback }),
        (63, new ResolveIncident { By = Alice }),
        (64, new AddActionItem { By = Bob, Action = "check indexes", Owner = "bob", Due = new DateOnly(2025, 11, 20), Priority = "P1" }),
        (65, new AddActionItem { By = Bob, Action = "write a runbook", Owner = "bob", Due = new DateOnly(2025, 12, 1), Priority = "P2" }),
        (66, new FixPostMortem { By = Alice }),
        (67, new HoldPostMortem { By = Alice }),
        (68, new PublishPostMortem { By = Alice }),
        (70, new CompleteActionItem { By = Bob, Number = 2 }));

    /// <summary>A customer noticed, one person was alone, and it came back an hour after its resolution.</summary>
    public static Incident CameBack(int n) => Told(
        n, Declared(1, Alice) with { NoticedBy = NoticedBy.Customer },
        (1, new BeginMitigation { By = Alice, Kind = MitigationKind.Rollback }),
        (5, new PostUpdate { By = Alice, Audience = UpdateAudience.Public, Text = "we are on it" }),
        (9, new DeclareMitigated { By = Alice, How = MitigatedBy.Rollback }),
        (15, new ResolveIncident { By = Alice }),
        (75, new ReportRecurrence { By = Bob }),
        (80, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix }), (90, new ResolveIncident { By = Alice }));

    /// <summary>A small one, under way.</summary>
    public static Incident UnderWay(int n) => Told(n, Declared(3) with { Started = At(-1) }, (2, new Acknowledge { By = Alice }));

    /// <summary>Its impact is said to have begun after it was detected, and after it was mitigated.</summary>
    public static Incident Contradictory(int n) => Told(
        n, Declared(2), (5, new Acknowledge { By = Alice }), (6, new TakeCommand { By = Alice, Reason = "on call" }),
        (20, new DescribeImpact { By = Alice, Started = At(10) }),
        (25, new DeclareMitigated { By = Alice, How = MitigatedBy.Fix, When = At(8) }), (30, new ResolveIncident { By = Alice }));

    /// <summary>A figure in one line: its samples in minutes, and who is counted apart.</summary>
    public static string LineOf(DurationFigure figure) => string.Create(
        CultureInfo.InvariantCulture,
        $"{figure.Name}: {string.Join(" ", figure.Samples.Select(s => $"{NumberOf(s.Incident)}={s.Duration.TotalMinutes}"))} "
            + $"| {Numbers(figure.Unknown)} | {Numbers(figure.Contradictory)} | {Numbers(figure.Open)} | {Numbers(figure.Without)}");

    /// <summary>All that a report says, as text.</summary>
    public static string Dump(FiguresReport report) => string.Join('\n', (string[])
    [
        report.Incidents.ToString(),
        .. report.Durations.Select(
            figure => $"{LineOf(figure)} | {figure.Median} {figure.Percentile90} {figure.Total} | {string.Join(" ", figure.AtMost)}"),
        report.DowntimeBases.ToString(),
        $"{Numbers(report.NoticedBy.ByAlert)} | {Numbers(report.NoticedBy.ByColleague)} | {Numbers(report.NoticedBy.ByCustomer)} "
            + $"| {Numbers(report.NoticedBy.Unknown)}",
        $"{report.Recurrences.Total}: {Numbers(report.Recurrences.Incidents)}",
        .. report.Obligations.Select(o => $"{o.Name}: "
            + string.Join(" ", Enum.GetValues<ObligationStatus>().Select(status => $"{o[status]}({Numbers(o.IncidentsWith(status))})"))),
        $"{report.PublicUpdates.Kept} {report.PublicUpdates.Promised} "
            + $"{Numbers(report.PublicUpdates.Unknown)} | {report.InternalUpdates.Kept} {report.InternalUpdates.Promised} "
            + $"{Numbers(report.InternalUpdates.Unknown)}",
        $"{Numbers(report.PostMortems.OnTime)} | {Numbers(report.PostMortems.Late)} | {Numbers(report.PostMortems.Missed)} "
            + $"| {Numbers(report.PostMortems.Pending)} | {Numbers(report.PostMortems.Unknown)}",
        report.ActionItems.ToString(),
        .. report.Contradictions.SelectMany(one => one.Contradictions, (one, c) => $"{NumberOf(one.Incident)}: {c.Message}"),
        string.Join(" ", report.PerMonth.Months), .. report.Advice.Select(advice => advice.Message),
    ]);
}
