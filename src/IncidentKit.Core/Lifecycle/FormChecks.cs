using System.Globalization;

namespace IncidentKit;

/// <summary>The checks of the form rules.</summary>
internal static class FormChecks
{
    private const int HighestNumber = 1_000_000_000;

    public static RuleBreach? UnknownLevel(RuleContext context) =>
        LevelOf(context.Command) is { } level && (level < 1 || level > context.Policy.Levels.Count)
            ? new RuleBreach(
                $"There is no level {level}: "
                    + $"the policy \"{context.Policy.Name}\" has "
                    + $"{string.Join(", ", context.Policy.Levels.Select(l => $"{l.Rank} ({l.Name})"))}.",
                Field: "Level")
            : null;

    /// <summary>Every text that is bad, in one breach.</summary>
    public static RuleBreach? EachText(RuleContext context, Func<TextField, bool> isBad, Func<TextField, string> message)
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

    public static RuleBreach? FromTheFuture(RuleContext context) =>
        And(FromTheFuture(context, nameof(IncidentCommand.When), context.Command.When), context.Command switch
        {
            DeclareIncident c =>
                And(FromTheFuture(context, nameof(c.Detected), c.Detected), FromTheFuture(context, nameof(c.Started), c.Started)),
            DescribeImpact c => FromTheFuture(context, nameof(c.Started), c.Started),
            StateImpact c => And(FromTheFuture(context, nameof(c.From), c.From), FromTheFuture(context, nameof(c.To), c.To)),
            RecordMitigation c => FromTheFuture(context, nameof(c.Began), c.Began),
            CorrectTime c => FromTheFuture(context, nameof(c.To), c.To),
            _ => null,
        });

    public static RuleBreach? And(RuleBreach? first, RuleBreach? second) =>
        first is null ? second : second is null ? first : first with { Message = $"{first.Message} {second.Message}" };

    private static RuleBreach? FromTheFuture(RuleContext context, string field, When? when) =>
        when?.Instant - context.Now > context.Policy.ClockTolerance
            ? new RuleBreach(
                $"{field} is {when}, which lies more than {context.Policy.ClockTolerance.TotalMinutes:0.##} minutes "
                    + $"after now ({When.At(context.Now)}).",
                Field: field)
            : null;

    private static int? LevelOf(IncidentCommand command) => command switch
    {
        DeclareIncident c => c.Level,
        Classify c => c.Level,
        LowerSeverity c => c.Level,
        ReviewSeverity c => c.Level,
        _ => null,
    };

    public static RuleBreach? OutOfRange(RuleContext context) => context.Command switch
    {
        StateImpact { Share: { } share } when !(share is >= 0 and <= 1) =>
            new RuleBreach(
                string.Create(CultureInfo.InvariantCulture, $"Share is {share}; it lies between 0 and 1."),
                "Give the share as a part of 1: 0.25 for a quarter.",
                nameof(StateImpact.Share)),
        StateImpact { To: { } to } c when to.ResolvedAt(context.Now).Instant < c.From.ResolvedAt(context.Now).Instant =>
            new RuleBreach(
                $"The impact ends at {to.ResolvedAt(context.Now)}, before it begins at {c.From.ResolvedAt(context.Now)}.",
                Field: nameof(StateImpact.To)),
        RecordMitigation { Began: { } began } when context.When.Instant < began.ResolvedAt(context.Now).Instant =>
            new RuleBreach(
                $"The attempt ends at {context.When}, before it begins at {began.ResolvedAt(context.Now)}.",
                Field: nameof(RecordMitigation.Began)),
        PostUpdate { NextUpdateAt: { } next } when next <= context.When.Instant =>
            new RuleBreach(
                $"The next update is promised for {When.At(next)}, which is not after this one ({context.When}).",
                "Promise a later time, or none: then the usual one counts.",
                nameof(PostUpdate.NextUpdateAt)),
        DeclareIncident { Number: < 1 or > HighestNumber } c =>
            new RuleBreach(
                string.Create(CultureInfo.InvariantCulture, $"Number is {c.Number}; it lies between 1 and {HighestNumber:N0}."),
                "Give the number that people use, or none.",
                nameof(c.Number)),
        _ => null,
    };

    public static RuleBreach? Person(RuleContext context) => context.Command switch
    {
        AssignRole { To: null } when !context.Incident.IsRetrospective =>
            new RuleBreach("Nobody is named for the role.", "Name the person in To.", nameof(AssignRole.To)),
        HandOffRole { To: null } => new RuleBreach("Nobody is named for the role.", "Name the person in To.", nameof(HandOffRole.To)),
        TakeCommand { By: not Responder } => OnlyAPerson("takes command"),
        Acknowledge { By: not Responder } when !context.Incident.IsRetrospective => OnlyAPerson("acknowledges"),
        GiveUpRole { By: not Responder } => OnlyAPerson("gives up a role"),
        LiftRestriction { By: not Responder } => OnlyAPerson("lifts a restriction"),
        Join { By: not Responder, Person: null } =>
            new RuleBreach("Nobody is named who joins.", "Name the person in Person, or let the person send it.", nameof(Join.Person)),
        RecordPaging { Fact: PagingFact.Paged or PagingFact.Failed, To: null } =>
            new RuleBreach("Nobody is named who was paged.", "Name the person in To.", nameof(RecordPaging.To)),
        WaiveDemand { By: not Responder } => OnlyAPerson("waives a demand"),
        _ => null,
    };

    /// <summary>A gate of unknown time would escape every demand that hangs on its time.</summary>
    public static RuleBreach? GateOfUnknownTime(RuleContext context) =>
        context.Command is GateCommand { When.IsUnknown: true } && !context.Incident.IsRetrospective
            ? new RuleBreach("Nobody says when this happens.", Field: nameof(IncidentCommand.When))
            : null;

    public static RuleBreach? IllegalChannel(RuleContext context)
    {
        if (context.Command is not OpenChannel { Name: { } name }
            || string.IsNullOrWhiteSpace(name)
            || ChannelName.IsLegal(ChannelName.Bare(name)))
        {
            return null;
        }

        var legal = ChannelName.LegalFormOf(name);
        return new RuleBreach(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Name is no legal channel name: lower case letters, digits and hyphens, at most {ChannelName.MaxLength} of them."),
            legal.Length > 0
                ? $"Call it {legal}, or leave Name out: one is made from date and title."
                : "Leave Name out: one is made from date and title.",
            nameof(OpenChannel.Name));
    }

    private static RuleBreach OnlyAPerson(string does) =>
        new($"Only a person {does}.", "Let a person send it: By is a Responder.", nameof(IncidentCommand.By));
}
