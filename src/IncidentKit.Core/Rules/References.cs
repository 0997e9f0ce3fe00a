using System.Globalization;

namespace IncidentKit;

/// <summary>Finds references of commands to what does not exist, and says what does.</summary>
internal static class References
{
    public static RuleBreach? Missing(RuleContext context)
    {
        var incident = context.Incident;
        return context.Command switch
        {
            DeclareIncident { RecurrenceOf: { } of } when of == default => new RuleBreach("RecurrenceOf names no incident.", "Name the incident that came back, or none.", nameof(DeclareIncident.RecurrenceOf)),
            CorrectTime c when NoneOf("event", c.Of, incident.Version, nameof(c.Of)) is { } breach => breach,
            CorrectTime { To.IsNow: true } => new RuleBreach("To is \"now\"; a correction names an instant, or unknown.", "Give the instant at which it happened, or say that it is unknown.", nameof(CorrectTime.To)),
            Redact c => NoneOf("event", c.Of, incident.Version, nameof(c.Of)),
            StateImpact { Replaces: { } of } when of < 1 || of > incident.Version || incident.History[(int)of - 1] is not ImpactStated => NoStatement(incident, of),
            RecordMitigation { Attempt: { } of } => NoneOf("mitigation attempt", of, incident.Attempts.Count, nameof(RecordMitigation.Attempt)),
            TakeDownTemporaryAlert c => NoneOf("temporary alert", c.Number, incident.TemporaryAlerts.Count, nameof(c.Number)),
            AmendActionItem c => NoneOf("action item", c.Number, incident.ActionItems.Count, nameof(c.Number)),
            CompleteActionItem c => NoneOf("action item", c.Number, incident.ActionItems.Count, nameof(c.Number)),
            WaiveObligation c => NoneOf("obligation", c.Obligation, context.Policy.Obligations.Select(o => o.Name), nameof(c.Obligation)),
            WaiveDemand c => NoneOf("demand that may be waived", c.Rule, context.Policy.Rules.Where(r => r.IsWaivable).Select(r => r.Id), nameof(c.Rule)),
            MarkUnknown c when c.Facts?.FirstOrDefault(fact => fact is not null && !UnknownFacts.IsKnown(fact)) is { } unknown => NoneOf("fact", unknown, [.. UnknownFacts.All, "mitigated#1 and so on"], nameof(c.Facts)),
            MarkDuplicate c when c.Of == default || c.Of == incident.Id => new RuleBreach("An incident is a duplicate of another one, not of itself.", "Name the other incident in Of.", nameof(c.Of)),
            CancelIncident { Because: CancellationReason.Duplicate } c => new RuleBreach("A duplicate names the incident that covers it.", "Use MarkDuplicate, which names the other incident.", nameof(c.Because)),
            _ => null,
        };
    }

    private static RuleBreach? NoneOf(string what, long which, long count, string field) => which >= 1 && which <= count ? null : new RuleBreach(
        string.Create(CultureInfo.InvariantCulture, $"There is no {what} {which}."),
        count switch
        {
            0 => $"There is no {what} yet: record one first.",
            1 => $"There is one {what}: name number 1.",
            _ => string.Create(CultureInfo.InvariantCulture, $"There are {count} {what}s: name one from 1 to {count}."),
        },
        field);

    private static RuleBreach? NoneOf(string what, string? which, IEnumerable<string> known, string field) =>
        which is null || known.Contains(which) ? null : new RuleBreach($"There is no {what} {which}.", $"Name one of {string.Join(", ", known)}.", field);

    private static RuleBreach NoStatement(Incident incident, long which)
    {
        var stated = string.Join(", ", incident.History.OfType<ImpactStated>().Select(e => e.Sequence.ToString(CultureInfo.InvariantCulture)));
        return new RuleBreach(
            string.Create(CultureInfo.InvariantCulture, $"There is no statement of impact {which}."),
            stated.Length > 0 ? $"Name the event of one of the statements: {stated}." : "Leave Replaces out: no impact is stated yet.",
            nameof(StateImpact.Replaces));
    }
}
