using System.Globalization;

namespace IncidentKit;

/// <summary>The checks of the form rules.</summary>
internal static class FormChecks
{
    public static RuleBreach? UnknownLevel(RuleContext context) =>
        LevelOf(context.Command) is { } level && (level < 1 || level > context.Policy.Levels.Count)
            ? new RuleBreach($"There is no level {level}: the policy \"{context.Policy.Name}\" has {string.Join(", ", context.Policy.Levels.Select(l => $"{l.Rank} ({l.Name})"))}.", Field: "Level")
            : null;

    /// <summary>Every text that is bad, in one breach.</summary>
    public static RuleBreach? EachText(RuleContext context, Func<TypedText, bool> isBad, Func<TypedText, string> message)
    {
        RuleBreach? breach = null;
        var texts = context.Texts;
        for (var i = 0; i < texts.Count; i++)
        {
            if (isBad(texts[i]))
                breach = And(breach, new RuleBreach(message(texts[i]), Field: texts[i].Field));
        }

        return breach;
    }

    public static RuleBreach? FromTheFuture(RuleContext context) => And(FromTheFuture(context, nameof(IncidentCommand.When), context.Command.When), context.Command switch
    {
        DeclareIncident c => And(FromTheFuture(context, nameof(c.Detected), c.Detected), FromTheFuture(context, nameof(c.Started), c.Started)),
        DescribeImpact c => FromTheFuture(context, nameof(c.Started), c.Started),
        StateImpact c => And(FromTheFuture(context, nameof(c.From), c.From), FromTheFuture(context, nameof(c.To), c.To)),
        RecordMitigation c => FromTheFuture(context, nameof(c.Began), c.Began),
        CorrectTime c => FromTheFuture(context, nameof(c.To), c.To),
        _ => null,
    });

    private static RuleBreach? And(RuleBreach? first, RuleBreach? second) =>
        first is null ? second : second is null ? first : first with { Message = $"{first.Message} {second.Message}" };

    private static RuleBreach? FromTheFuture(RuleContext context, string field, When? when) =>
        when?.Instant - context.Now > context.Policy.ClockTolerance
            ? new RuleBreach($"{field} is {when}, which lies more than {context.Policy.ClockTolerance.TotalMinutes:0.##} minutes after now ({When.At(context.Now)}).", Field: field)
            : null;

    private static int? LevelOf(IncidentCommand command) => command switch
    {
        DeclareIncident c => c.Level,
        Classify c => c.Level,
        LowerSeverity c => c.Level,
        ReviewSeverity c => c.Level,
        _ => null,
    };

    public static RuleBreach? Inverted(RuleContext context) => context.Command switch
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

    public static RuleBreach? MissingReference(RuleContext context)
    {
        var incident = context.Incident;
        return context.Command switch
        {
            CorrectTime c when c.Of < 1 || c.Of > incident.Version => Missing("event", c.Of, nameof(c.Of)),
            CorrectTime c when c.To.IsNow => new RuleBreach("To is \"now\"; a correction names an instant, or unknown.", Field: nameof(c.To)),
            Redact c when c.Of < 1 || c.Of > incident.Version => Missing("event", c.Of, nameof(c.Of)),
            StateImpact { Replaces: { } of } when !incident.History.Any(e => e is ImpactStated && e.Sequence == of) => Missing("statement of impact", of, nameof(StateImpact.Replaces)),
            RecordMitigation { Attempt: { } of } when of < 1 || of > incident.Attempts.Count => Missing("mitigation attempt", of, nameof(RecordMitigation.Attempt)),
            TakeDownTemporaryAlert c when c.Number < 1 || c.Number > incident.TemporaryAlerts.Count => Missing("temporary alert", c.Number, nameof(c.Number)),
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

    public static RuleBreach? Person(RuleContext context) => context.Command switch
    {
        AssignRole { To: null } when !context.Incident.IsRetrospective => new RuleBreach("Nobody is named for the role.", Field: nameof(AssignRole.To)),
        TakeCommand { By: not Responder } => new RuleBreach("Only a person takes command.", Field: nameof(TakeCommand.By)),
        Acknowledge { By: not Responder } when !context.Incident.IsRetrospective => new RuleBreach("Only a person acknowledges.", Field: nameof(Acknowledge.By)),
        GiveUpRole { By: not Responder } => new RuleBreach("Only a person gives up a role.", Field: nameof(GiveUpRole.By)),
        Join { By: not Responder } => new RuleBreach("Only a person joins.", Field: nameof(Join.By)),
        _ => null,
    };
}
