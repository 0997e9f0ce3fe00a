using static IncidentKit.Testing.IncidentStory;

namespace IncidentKit.Testing;

/// <summary>Malformed commands, as slips of the hand and casts make them.</summary>
internal static class StepSlips
{
    internal static readonly Func<StepScene, Actor, IncidentCommand>[] All =
    [
        (i, by) => new AddNote { By = by, Text = " " },
        (i, by) => new Retitle { By = by, Title = "two\nlines" },
        (i, by) => new Classify { By = by, Level = 0 },
        (i, by) => new Classify { By = by, Level = i.Levels + 1 },
        (i, by) => new AddNote { By = by, Text = "seen", When = When.At(Start.AddYears(5)) },
        (i, by) => new StateImpact { By = by, Kind = ImpactKind.Outage, Share = double.NaN },
        (i, by) => new CorrectTime { By = by, Of = i.Incident.Version + 1, To = When.Unknown, Reason = "typed wrongly" },
        (i, by) => new TakeDownTemporaryAlert { By = by, Number = i.Incident.TemporaryAlerts.Count + 1 },
        (i, by) => new AmendActionItem { By = by, Number = i.Incident.ActionItems.Count + 1 },
        (i, by) => new RecordMitigation { By = by, Outcome = MitigationOutcome.Worked, Attempt = 0 },
        (i, by) => i.Incident.IsRetrospective
            ? new Classify { By = by, Level = i.Levels + 1 }
            : new AssignRole { By = by, Role = IncidentRole.TechnicalLead, To = null },
        (i, by) => new TakeCommand { By = new SystemActor("bot"), Reason = "nobody answers" },
        (i, by) => new Join { By = new SystemActor("bot") },
        (i, by) => new RecordPaging { By = by, Fact = PagingFact.Paged, Delivery = "one", Run = 1, Cause = PagingCause.Declared },
        (i, by) => new RecordPaging { By = by, Fact = (PagingFact)9, Delivery = "one", Run = 1, Cause = PagingCause.Declared },
        (i, by) => new MarkDuplicate { By = by, Of = i.Incident.Id },
        (i, by) => new MeetObligation { By = by, Obligation = ObligationNames.Mitigate },
        (i, by) => new MeetObligation { By = by, Obligation = "nobody.asks" },
        (i, by) => new ClearAlert { By = by, Key = "no such alert" },
        (i, by) => new Link { By = by, To = i.Incident.Id },
        (i, by) => new TakeOverDuplicate { By = by, Duplicate = default },
        (i, by) => new LiftRestriction { By = new SystemActor("bot"), Reason = "customers were told" },
        (i, by) => new MarkUnknown { By = by, Facts = ["weather"] },
        (i, by) => new MarkUnknown { By = by, Facts = null! },
        (i, by) => new HandOffRole { By = by, Role = IncidentRole.IncidentCommander, To = null! },
        (i, by) => new AssignRole { By = by, Role = (IncidentRole)7, To = Alice },
        (i, by) => new PostUpdate { By = by, Audience = (UpdateAudience)9, Text = "seen" },
        (i, by) => new BeginMitigation { By = by, Kind = (MitigationKind)99 },
        (i, by) => new OpenChannel { By = by, Name = "Inc Checkout" },
        (i, by) => new DescribeImpact { By = by, Reach = (ImpactReach)3 },
        (i, by) => new WaiveDemand { By = new SystemActor("bot"), Rule = "IK5006", Reason = "traffic is steady" },
        (i, by) => new CancelIncident { By = by, Because = CancellationReason.Duplicate, Reason = "seen before" },
    ];
}
