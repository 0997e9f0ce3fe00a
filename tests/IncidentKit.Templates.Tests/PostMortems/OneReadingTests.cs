using System.Diagnostics;
using static IncidentKit.Templates.Tests.Incidents;

namespace IncidentKit.Templates.Tests;

/// <summary>Messages and post-mortems say what the facts of the incident say, corrections and later statements included.</summary>
public sealed class OneReadingTests
{
    private static readonly PostMortems Documents = new(Policies);
    private static readonly Notifications Messages = new(Policies);

    [Fact]
    [Process("P52")]
    public void Timeline_StartOfImpactStatedAgain_ShowsTheLastStatement()
    {
        var incident = Told(
        [
            (2, new Acknowledge { By = Bob }), (9, new DescribeImpact { By = Bob, Started = When.At(T0.AddMinutes(-20)) }),
            (10, new DescribeImpact { By = Bob, Started = When.At(T0.AddMinutes(-12)) }),
        ]);
        var draft = Documents.Draft(incident);

        Assert.Equal(TimeSpan.FromMinutes(12), draft.ToDetect);
        Assert.Equal(
            T0.AddMinutes(-12),
            Assert.Single(draft.Timeline, entry => entry.Milestone?.Contains("Impact began", StringComparison.Ordinal) == true).At);
    }

    [Fact]
    [Process("P52")]
    public void Timeline_EarlierAcknowledgementReportedLater_ShowsTheFirst()
    {
        var incident = Told([(9, new Acknowledge { By = Bob }), (10, new Acknowledge { By = Carol, When = When.At(T0.AddMinutes(4)) })]);
        var draft = Documents.Draft(incident);

        Assert.Equal(TimeSpan.FromMinutes(4), draft.ToAcknowledge);
        Assert.Equal(T0.AddMinutes(4), Assert.Single(draft.Timeline, entry => entry.Milestone == "Acknowledged").At);
    }

    [Fact]
    [Process("P52")]
    public void Impact_StatementReplaced_IsNeitherInTheTimelineNorInTheReach()
    {
        var incident = Told(
        [
            (2, new Acknowledge { By = Bob }),
            (3, new StateImpact { By = Bob, Kind = ImpactKind.Outage, From = When.At(T0.AddMinutes(-7)), Share = 1 }),
        ]);
        var first = incident.History.OfType<ImpactStated>().Single().Sequence;
        incident = Then(incident, 5, new StateImpact
        {
            By = Bob,
            Kind = ImpactKind.Outage,
            From = When.At(T0.AddMinutes(-3)),
            Share = 0.2,
            Replaces = first,
        });

        Assert.Equal(
            T0.AddMinutes(-3),
            Assert.Single(
                Documents.Draft(incident).Timeline,
                entry => entry.Milestone?.Contains("Outage began", StringComparison.OrdinalIgnoreCase) == true).At);
        Assert.Contains(
            "many customers",
            Messages.Initial(incident).Affecting("payments").Symptom("Payments fail.").Build().Render(NotificationFormat.Text),
            StringComparison.Ordinal);
    }

    [Fact]
    [Process("P52")]
    public void Mitigation_FirstOfTwo_SaysHowTheFirstWasDone() => Assert.Contains(
        "Service was back at 14:33 UTC by a rollback for the first time; the failure came back 1 time.",
        Documents.Draft(Told(
        [
            (2, new Acknowledge { By = Bob }), (10, new DeclareMitigated { By = Bob, How = MitigatedBy.Rollback }),
            (15, new ResolveIncident { By = Bob }), (60, new ReportRecurrence { By = Bob }),
            (70, new DeclareMitigated { By = Bob, How = MitigatedBy.Fix }), (80, new ResolveIncident { By = Bob }),
        ])).Summary.HowResolved,
        StringComparison.Ordinal);

    [Fact]
    [Process("P52")]
    public void Obligation_RecurrenceOfUnknownTime_IsSaidAfterItCameBack()
    {
        var incident = Told(
        [
            (0, new Classify { By = Bob, Level = 2 }), (10, new DeclareMitigated { By = Bob, How = MitigatedBy.Rollback }),
            (15, new ResolveIncident { By = Bob }), (60, new ReportRecurrence { By = Bob, When = When.Unknown }),
            (70, new DeclareMitigated { By = Bob, How = MitigatedBy.Fix }), (80, new ResolveIncident { By = Bob }),
        ]);

        Assert.Contains(
            "mitigated 10 minutes after it came back",
            Assert.Single(Documents.Draft(incident).WentWell, point => point.Topic == "Mitigation").Text,
            StringComparison.Ordinal);
    }

    [Fact]
    [Process("P52")]
    public void Draft_ForAnInstant_TellsNothingThatHappenedLater()
    {
        var draft = Documents.Draft(WorkedExample, instant: T0.AddMinutes(8));

        Assert.Equal(
            [IncidentRole.IncidentCommander, IncidentRole.TechnicalLead],
            draft.Roles.Select(entry => entry.Role));
        Assert.Null(draft.Summary.HowResolved);
        Assert.Null(draft.ToMitigate);
        Assert.Empty(draft.ActionItems);
    }

    [Fact]
    [Process("P37")]
    public void Drafts_RecurredAndNotResolvedSince_TellOfTheRecurrence()
    {
        var incident = Told(
        [
            (2, new Acknowledge { By = Bob }), (10, new DeclareMitigated { By = Bob, How = MitigatedBy.Rollback }),
            (15, new ResolveIncident { By = Bob }), (60, new ReportRecurrence { By = Bob }),
        ]);

        Assert.Contains(Messages.Drafts(incident), draft => draft.At == T0.AddMinutes(60));
    }

    // The corrections were searched once for each fact: 30,000 of each took minutes.
    [Fact]
    [Process("P24")]
    public void Draft_ManyCorrections_ReadsThemOnce()
    {
        const int Many = 30_000;
        var before = Told([(2, new Acknowledge { By = Bob })]);
        var note = new NoteAdded
        {
            Incident = before.Id,
            RecordedAt = T0.AddMinutes(9),
            When = When.Unknown,
            By = Bob,
            Text = "Error rate falls.",
        };
        var incident = before.After(
        [
            .. Enumerable.Range(1, Many).Select(i => note with { Sequence = before.Version + i }),
            .. Enumerable.Range(1, Many).Select(i => new TimeCorrected
            {
                Incident = before.Id, Sequence = before.Version + Many + i, RecordedAt = T0.AddMinutes(10), When = note.When, By = Bob,
                Of = before.Version + i, To = When.At(T0.AddMinutes(4)), Reason = "typed wrongly",
            }),
        ]);
        var watch = Stopwatch.StartNew();

        Assert.Equal(Many, Documents.Draft(incident).Timeline.Count(entry => entry.At == T0.AddMinutes(4)));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private static Incident Then(Incident incident, int minute, IncidentCommand command)
    {
        var decision = new IncidentLifecycle(IncidentPolicy.Default).Decide(incident, command, T0.AddMinutes(minute));
        Assert.True(decision.IsAccepted, decision.ToString());
        return decision.Incident!;
    }
}
