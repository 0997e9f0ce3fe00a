using static IncidentKit.FormChecks;

namespace IncidentKit;

/// <summary>
/// IK1xxx: whether a command is well formed. Enforced by every policy, since nothing sound can be recorded of one that is not.
/// </summary>
internal static class FormRules
{
    public static IReadOnlyList<IncidentRule> All { get; } =
    [
        Rule("IK1001", "A text that is needed is there.", "Say it in a few words.",
            c => EachText(c, t => t.IsMissing ? $"{t.Field} is empty." : null)),
        Rule("IK1002", "A text keeps its limit: 200 characters in a line, 65,536 in a page.", "Shorten it, and link to the rest.",
            c => EachText(c, t => t.IsTooLong ? t.TooLong : null)),
        Rule(
            "IK1003",
            "A line holds no control characters and no line breaks, a page no NUL and no half of a character.",
            "Remove the character.",
            c => EachText(c, t => t.BadCharacter)),
        Rule(
            "IK1004",
            "Nothing is reported from the future (P24).",
            "Give the time at which it happened, or leave When out: then it is the current time.",
            FromTheFuture),
        Rule("IK1005", "A level exists.", "Name one of the levels of the policy.", UnknownLevel),
        Rule("IK1006", "A stretch of time begins before it ends, and a figure lies in its range.", "Check the two times.",
            c => c.Command.OutOfRange(c)),
        Rule("IK1007", "What a command refers to exists.", "Name something that the incident has.", c => c.Command.MissingReference(c)),
        Rule("IK1008", "A role goes to a named person.", "Name the person.", c => c.Command.MissingPerson(c)),
        Rule("IK1009", "A word is one that the process knows.", "Name one of the words.", UnknownWord),
        Rule(
            "IK1010",
            "A gate happens now or at a known instant.",
            "Set When to an instant, or leave it out: then it is the current time.",
            GateOfUnknownTime),
        Rule("IK1011", "A channel that is named by hand has a legal name (P18).", "Leave Name out: one is made from date and title.",
            IllegalChannel),
        Rule(
            "IK1012",
            "A custom fact has a name with a prefix, and JSON of at most 64 KB.",
            "Name it acme.deployRolledBack, and write JSON.",
            c => (c.Command as RecordCustomFact)?.Malformed()),
    ];

    private static IncidentRule Rule(string id, string summary, string remedy, Func<RuleContext, RuleBreach?> check) =>
        RuleDefinition.Rule(id, RuleEnforcement.Enforce, [], summary, remedy, check, null);
}
