using System.Globalization;
using static IncidentKit.Examples;

namespace IncidentKit;

/// <summary>IK1xxx: whether a command is well formed. Enforced by every policy, since nothing sound can be recorded of one that is not.</summary>
internal static class FormRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule("IK1001", "A text that is needed is there.", "Say it in a few words.",
            new("A note that says something.", [], Note("Error rate over 5%.")),
            new("A note of blanks.", [], Note("  ")),
            c => FirstOf(c, t => t.IsMissing, t => $"{t.Field} is empty.")),
        Rule("IK1002", "A text keeps its limit: 200 characters in a line, 65,536 in a page.", "Shorten it, and link to the rest.",
            new("A title of one line.", [], new Retitle { By = Alice, Title = "Checkout fails" }),
            new("A title of 201 characters.", [], new Retitle { By = Alice, Title = new string('x', TypedText.Line + 1) }),
            c => FirstOf(c, t => t.IsTooLong, t => string.Create(CultureInfo.InvariantCulture, $"{t.Field} has {t.Value!.Length:N0} characters; {t.Limit:N0} are allowed."))),
        Rule("IK1003", "A text holds no control characters, a line no line breaks.", "Remove the character.",
            new("A title of letters.", [], new Retitle { By = Alice, Title = "Kasse fällt aus" }),
            new("A title with a line break.", [], new Retitle { By = Alice, Title = "Checkout\nfails" }),
            c => FirstOf(c, t => t.FirstBadCharacter() >= 0, t => string.Create(CultureInfo.InvariantCulture,
                $"{t.Field} holds the character U+{(int)t.Value![t.FirstBadCharacter()]:X4} at position {t.FirstBadCharacter() + 1}."))),
        Rule("IK1004", "Nothing is reported from the future (P24).", "Give the time at which it happened, or leave it out for now.",
            new("A note of now.", [], Note("Seen.")),
            new("A note of tomorrow.", [], Note("Seen.") with { When = When.At(DateTimeOffset.MaxValue) }),
            FromTheFuture),
        Rule("IK1005", "A level exists.", "Name one of the levels of the policy.",
            new("SEV-2.", [], Level(2)),
            new("SEV-9.", [], Level(9)),
            c => LevelOf(c.Command) is { } level && (level < 1 || level > c.Policy.Levels.Count)
                ? new RuleBreach($"There is no level {level}: the policy \"{c.Policy.Name}\" has {string.Join(", ", c.Policy.Levels.Select(l => $"{l.Rank} ({l.Name})"))}.", Field: "Level")
                : null),
        Rule("IK1006", "A stretch of time begins before it ends, and a share lies between 0 and 1.", "Check the two times, or the share.",
            new("Impact of a minute ago.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage }),
            new("A share of 3.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 3 }),
            Inverted),
        Rule("IK1007", "What a command refers to exists.", "Name something that the incident has.",
            new("The first event gets another time.", [], new CorrectTime { By = Alice, Of = 1, To = When.Unknown, Reason = "typed wrongly" }),
            new("Event 99 gets another time.", [], new CorrectTime { By = Alice, Of = 99, To = When.Unknown, Reason = "typed wrongly" }),
            MissingReference),
        Rule("IK1008", "A role goes to a named person.", "Name the person.",
            new("The Technical Lead is bob.", [], Assign(IncidentRole.TechnicalLead, Bob)),
            new("Nobody becomes Technical Lead.", [], new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = null }),
            c => Person(c)),
    ];

    private static IncidentRule Rule(string id, string summary, string remedy, RuleExample passing, RuleExample failing, Func<RuleContext, RuleBreach?> check) =>
        new() { Id = id, Subject = RuleSubject.Form, Summary = summary, Remedy = remedy, Default = RuleEnforcement.Enforce, Passing = passing, Failing = failing, Check = check };

    private static RuleBreach? FirstOf(RuleContext context, Func<TypedText, bool> isBad, Func<TypedText, string> message)
    {
        foreach (var text in TypedText.Of(context.Command))
        {
            if (isBad(text))
                return new RuleBreach(message(text), Field: text.Field);
        }

        return null;
    }

    private static RuleBreach? FromTheFuture(RuleContext context)
    {
        foreach (var (field, when) in TimesOf(context.Command))
        {
            if (when.Instant - context.Now > context.Policy.ClockTolerance)
                return new RuleBreach($"{field} is {when}, which lies more than {context.Policy.ClockTolerance.TotalMinutes:0.##} minutes after now ({When.At(context.Now)}).", Field: field);
        }

        return null;
    }

    private static IEnumerable<(string Field, When When)> TimesOf(IncidentCommand command)
    {
        yield return ("When", command.When);
        switch (command)
        {
            case DeclareIncident c:
                yield return (nameof(c.Detected), c.Detected ?? default);
                yield return (nameof(c.Started), c.Started ?? default);
                break;
            case DescribeImpact c:
                yield return (nameof(c.Started), c.Started ?? default);
                break;
            case StateImpact c:
                yield return (nameof(c.From), c.From);
                yield return (nameof(c.To), c.To ?? default);
                break;
            case RecordMitigation c:
                yield return (nameof(c.Began), c.Began ?? default);
                break;
            case CorrectTime c:
                yield return (nameof(c.To), c.To);
                break;
        }
    }

    private static int? LevelOf(IncidentCommand command) => command switch
    {
        DeclareIncident c => c.Level,
        Classify c => c.Level,
        LowerSeverity c => c.Level,
        ReviewSeverity c => c.Level,
        _ => null,
    };

    private static RuleBreach? Inverted(RuleContext context) => context.Command switch
    {
        StateImpact { Share: { } share } when !(share is >= 0 and <= 1) =>
            new RuleBreach(string.Create(CultureInfo.InvariantCulture, $"Share is {share}; it lies between 0 and 1."), Field: nameof(StateImpact.Share)),
        StateImpact { To: { } to } c when to.ResolvedAt(context.Now).Instant < c.From.ResolvedAt(context.Now).Instant =>
            new RuleBreach($"The impact ends at {to.ResolvedAt(context.Now)}, before it begins at {c.From.ResolvedAt(context.Now)}.", Field: nameof(StateImpact.To)),
        RecordMitigation { Began: { } began } when context.When.Instant < began.ResolvedAt(context.Now).Instant =>
            new RuleBreach($"The attempt ends at {context.When}, before it begins at {began.ResolvedAt(context.Now)}.", Field: nameof(RecordMitigation.Began)),
        PostUpdate { NextUpdateAt: { } next } when next <= context.When.Instant =>
            new RuleBreach($"The next update is promised for {When.At(next)}, which is not after this one ({context.When}).", Field: nameof(PostUpdate.NextUpdateAt)),
        _ => null,
    };

    private static RuleBreach? MissingReference(RuleContext context)
    {
        var incident = context.Incident;
        return context.Command switch
        {
            CorrectTime c when c.Of < 1 || c.Of > incident.Version => Missing("event", c.Of, nameof(c.Of)),
            CorrectTime c when c.To.IsNow => new RuleBreach("To is \"now\"; a correction names an instant, or unknown.", Field: nameof(c.To)),
            Redact c when c.Of < 1 || c.Of > incident.Version => Missing("event", c.Of, nameof(c.Of)),
            StateImpact { Replaces: { } of } when !incident.History.Any(e => e is ImpactStated && e.Sequence == of) => Missing("statement of impact", of, nameof(StateImpact.Replaces)),
            RecordMitigation { Attempt: { } of } when of < 1 || of > incident.Attempts.Count => Missing("mitigation attempt", of, nameof(RecordMitigation.Attempt)),
            AmendActionItem c when c.Number < 1 || c.Number > incident.ActionItems.Count => Missing("action item", c.Number, nameof(c.Number)),
            CompleteActionItem c when c.Number < 1 || c.Number > incident.ActionItems.Count => Missing("action item", c.Number, nameof(c.Number)),
            WaiveObligation c when !context.Policy.Obligations.Any(o => o.Name == c.Obligation) => Missing("obligation", c.Obligation, nameof(c.Obligation)),
            WaiveDemand c when !context.Policy.Rules.Any(r => r.Id == c.Rule && r.IsWaivable) => Missing("demand that may be waived", c.Rule, nameof(c.Rule)),
            MarkUnknown c when c.Facts.FirstOrDefault(f => !UnknownFacts.IsKnown(f)) is { } fact => Missing("fact", fact, nameof(c.Facts)),
            MarkDuplicate c when c.Of == default || c.Of == incident.Id => new RuleBreach("An incident is a duplicate of another one, not of itself.", Field: nameof(c.Of)),
            _ => null,
        };
    }

    private static RuleBreach Missing<T>(string what, T which, string field) => new($"There is no {what} {which}.", Field: field);

    private static RuleBreach? Person(RuleContext context) => context.Command switch
    {
        AssignRole { To: null } when !context.Incident.IsRetrospective => new RuleBreach("Nobody is named for the role.", Field: nameof(AssignRole.To)),
        TakeCommand { By: not Responder } => new RuleBreach("Only a person takes command.", Field: nameof(TakeCommand.By)),
        Acknowledge { By: not Responder } when !context.Incident.IsRetrospective => new RuleBreach("Only a person acknowledges.", Field: nameof(Acknowledge.By)),
        Join { By: not Responder } => new RuleBreach("Only a person joins.", Field: nameof(Join.By)),
        _ => null,
    };
}
