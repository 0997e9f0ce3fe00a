namespace IncidentKit;

/// <summary>The checks of the form rules.</summary>
internal static class FormChecks
{
    public static RuleBreach? UnknownLevel(RuleContext context) =>
        context.Command.NamedLevel is { } level && (level < 1 || level > context.Policy.Levels.Count)
            ? new RuleBreach(
                $"There is no level {level}: "
                    + $"the policy \"{context.Policy.Name}\" has "
                    + $"{string.Join(", ", context.Policy.Levels.Select(l => $"{l.Rank} ({l.Name})"))}.",
                Field: "Level")
            : null;

    /// <summary>Every text that is bad, in one breach.</summary>
    public static RuleBreach? EachText(RuleContext context, Func<TextField, string?> fault)
    {
        RuleBreach? breach = null;
        var texts = context.Texts;
        for (var i = 0; i < texts.Count; i++)
        {
            if (fault(texts[i]) is { } message)
                breach = And(breach, new RuleBreach(message, Field: texts[i].Field));
        }

        return breach;
    }

    /// <summary>Every time that lies in the future, whichever property holds it.</summary>
    public static RuleBreach? FromTheFuture(RuleContext context)
    {
        RuleBreach? breach = null;
        foreach (var field in TypedField.TimesOf(context.Command.GetType()))
            breach = And(breach, FromTheFuture(context, field.Name, (When?)field.ValueIn(context.Command)));
        return breach;
    }

    /// <summary>Every enum value that is not defined.</summary>
    public static RuleBreach? UnknownWord(RuleContext context)
    {
        RuleBreach? breach = null;
        foreach (var field in TypedField.EnumsOf(context.Command.GetType()))
        {
            if (field.UndefinedIn(context.Command) is { } value)
            {
                breach = And(breach, new RuleBreach(
                    $"{field.Name} is {value:D}, which is not defined.",
                    $"Name one of {string.Join(", ", Enum.GetNames(field.Type))}.",
                    field.Name));
            }
        }

        return breach;
    }

    /// <summary>Both in one message, with the remedy and the field of the first.</summary>
    public static RuleBreach? And(RuleBreach? first, RuleBreach? second) =>
        first is null ? second : second is null ? first : first with { Message = $"{first.Message} {second.Message}" };

    private static RuleBreach? FromTheFuture(RuleContext context, string field, When? when) =>
        when?.Instant - context.Now > context.Policy.ClockTolerance
            ? new RuleBreach(
                $"{field} is {when}, which lies more than {context.Policy.ClockTolerance.TotalMinutes:0.##} minutes "
                    + $"after now ({When.At(context.Now)}).",
                Field: field)
            : null;

    /// <summary>A gate of unknown time would escape every demand that hangs on its time.</summary>
    public static RuleBreach? GateOfUnknownTime(RuleContext context) =>
        context.Command is GateCommand { When.IsUnknown: true } && !context.Incident.IsRetrospective
            ? new RuleBreach("The command needs a known time.", Field: nameof(IncidentCommand.When))
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
            Invariant($"Name is no legal channel name: lower case letters, digits and hyphens, at most {ChannelName.MaxLength} of them."),
            legal.Length > 0
                ? $"Call it {legal}, or leave Name out: one is made from date and title."
                : "Leave Name out: one is made from date and title.",
            nameof(OpenChannel.Name));
    }
}
