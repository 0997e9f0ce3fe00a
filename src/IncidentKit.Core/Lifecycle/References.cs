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
            DeclareIncident { RecurrenceOf: { } of } when of == default => new RuleBreach(
                "RecurrenceOf names no incident.",
                "Name the incident that came back, or none.",
                nameof(DeclareIncident.RecurrenceOf)),
            CorrectTime c when NoneOf("event", c.Of, incident.Version, nameof(c.Of)) is { } breach => breach,
            CorrectTime { To.IsNow: true } => new RuleBreach(
                "To is \"now\"; a correction names an instant, or unknown.",
                "Give the instant at which it happened, or say that it is unknown.",
                nameof(CorrectTime.To)),
            Redact c => NoneOf("event", c.Of, incident.Version, nameof(c.Of)),
            StateImpact { Replaces: { } of } when of < 1 || of > incident.Version || incident.History[(int)of - 1] is not ImpactStated =>
                NoStatement(incident, of),
            RecordMitigation { Attempt: { } of } =>
                NoneOf("mitigation attempt", of, incident.Attempts.Count, nameof(RecordMitigation.Attempt)),
            TakeDownTemporaryAlert c => NoneOf("temporary alert", c.Number, incident.TemporaryAlerts.Count, nameof(c.Number)),
            AmendActionItem c => NoneOf("action item", c.Number, incident.ActionItems.Count, nameof(c.Number)),
            CompleteActionItem c => NoneOf("action item", c.Number, incident.ActionItems.Count, nameof(c.Number)),
            WaiveObligation c => NoneOf("obligation", c.Obligation, context.Policy.Obligations.Select(o => o.Name), nameof(c.Obligation)),
            WaiveDemand c => NoneOf(
                "demand that may be waived", c.Rule, context.Policy.Rules.Where(r => r.IsWaivable).Select(r => r.Id), nameof(c.Rule)),
            MarkUnknown c when c.Facts?.FirstOrDefault(fact => fact is not null && !UnknownFacts.IsKnown(fact)) is { } unknown =>
                NoneOf("fact", unknown, [.. UnknownFacts.All, "mitigated#1 and so on"], nameof(c.Facts)),
            ClearAlert c => NoneOf("attached alert", c.Key, incident.Alerts.Select(a => a.Key), nameof(c.Key)),
            Link c when c.To == default || c.To == incident.Id =>
                new RuleBreach("An incident is linked to another one, not to itself.", "Name the other incident in To.", nameof(c.To)),
            TakeOverDuplicate c when c.Duplicate == default || c.Duplicate == incident.Id => new RuleBreach(
                "An incident takes over another one, not itself.",
                "Name the other incident in Duplicate.",
                nameof(c.Duplicate)),
            MeetObligation c => NotTheHosts(context, c),
            MarkDuplicate c when c.Of == default || c.Of == incident.Id =>
                new RuleBreach("An incident is a duplicate of another one, not of itself.", "Name the other incident in Of.", nameof(c.Of)),
            CancelIncident { Because: CancellationReason.Duplicate } c => new RuleBreach(
                "A duplicate names the incident that covers it.",
                "Use MarkDuplicate, which names the other incident.",
                nameof(c.Because)),
            _ => null,
        };
    }

    private static RuleBreach? NotTheHosts(RuleContext context, MeetObligation command)
    {
        if (context.Policy.Obligations.FirstOrDefault(o => o.Name == command.Obligation) is { IsCustom: false } own)
        {
            return new RuleBreach(
                $"{own.Name} is met by what happens ({own.FulfilledBy}), not by a word.",
                "Report that instead.",
                nameof(command.Obligation));
        }

        return NoneOf(
            "obligation of the host",
            command.Obligation,
            context.Policy.Obligations.Where(o => o.IsCustom).Select(o => o.Name),
            nameof(command.Obligation));
    }

    private static RuleBreach? NoneOf(string what, long which, long count, string field) =>
        which >= 1 && which <= count ? null : new RuleBreach(
            string.Create(CultureInfo.InvariantCulture, $"There is no {what} {which}."),
            count switch
            {
                0 => $"There is no {what} yet: record one first.",
                1 => $"There is one {what}: name number 1.",
                _ => string.Create(CultureInfo.InvariantCulture, $"There are {count} {what}s: name one from 1 to {count}."),
            },
            field);

    private static RuleBreach? NoneOf(string what, string? which, IEnumerable<string> known, string field) =>
        which is null || known.Contains(which) ? null
        : new RuleBreach(
            $"There is no {what} {which}.",
            known.Any() ? $"Name one of {string.Join(", ", known)}." : $"There is no {what} at all.",
            field);

    private static RuleBreach NoStatement(Incident incident, long which)
    {
        var stated = string.Join(
            ", ",
            incident.History.OfType<ImpactStated>().Select(e => e.Sequence.ToString(CultureInfo.InvariantCulture)));
        return new RuleBreach(
            string.Create(CultureInfo.InvariantCulture, $"There is no statement of impact {which}."),
            stated.Length > 0 ? $"Name the event of one of the statements: {stated}." : "Leave Replaces out: no impact is stated yet.",
            nameof(StateImpact.Replaces));
    }
}
