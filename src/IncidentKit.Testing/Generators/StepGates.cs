using static IncidentKit.Testing.IncidentStory;

namespace IncidentKit.Testing;

/// <summary>The gates that random steps mean.</summary>
internal static class StepGates
{
    internal static readonly Func<StepScene, IncidentStep, Actor, IncidentCommand>[] All =
    [
        (i, s, by) => new LowerSeverity { By = i.Incident.Roles.Commander ?? by, Level = i.Level(s.Pick), Reason = "one region" },
        (i, s, by) => new GiveUpRole
        {
            By = i.Incident.Roles[(IncidentRole)(s.Pick % 3)] ?? by as Responder ?? Alice,
            Role = (IncidentRole)(s.Pick % 3),
        },
        (i, s, by) =>
            new WaiveObligation { By = i.Incident.Roles.Commander ?? by, Obligation = i.Obligation(s.Pick), Reason = "nobody waits" },
        (i, s, by) => new WaiveDemand { By = by as Responder ?? Alice, Rule = "IK5006", Reason = "traffic is steady" },
        (i, s, by) => new ResolveIncident { By = by },
        (i, s, by) => new ResolveIncident { By = by },
        (i, s, by) => new PublishPostMortem { By = by },
        (i, s, by) => new EndWatch { By = by, Reason = "traffic is steady" },
        (i, s, by) => new LiftRestriction { By = by as Responder ?? Alice, Reason = "customers were told" },
        (i, s, by) => new CloseIncident { By = by },
        (i, s, by) => new CloseIncident { By = by },
        (i, s, by) => new ReviewSeverity { By = by, Level = i.Level(s.Pick), Reason = "it was otherwise" },
        (i, s, by) => s.Pick % 3 == 0
            ? new CancelIncident { By = by, Because = CancellationReason.FalseAlarm, Reason = "a test alert" }
            : new ResolveIncident { By = by },
        (i, s, by) => new ReopenIncident { By = by, Because = (ReopenReason)(s.Pick % 2), Reason = "it is back" },
    ];
}
