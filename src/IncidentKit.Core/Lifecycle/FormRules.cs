using System.Globalization;
using static IncidentKit.ExampleSteps;
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
            new("A note that says something.", [], Note("Error rate over 5%.")),
            new("A note of blanks.", [], Note("  ")),
            c => EachText(c, t => t.IsMissing, t => $"{t.Field} is empty.")),
        Rule("IK1002", "A text keeps its limit: 200 characters in a line, 65,536 in a page.", "Shorten it, and link to the rest.",
            new("A title of one line.", [], new Retitle { By = Alice, Title = "Checkout fails" }),
            new("A title of 201 characters.", [], new Retitle { By = Alice, Title = new string('x', TextField.Line + 1) }),
            c => EachText(c, t => t.IsTooLong, t =>
                string.Create(CultureInfo.InvariantCulture, $"{t.Field} has {t.Value!.Length:N0} characters; {t.Limit:N0} are allowed."))),
        Rule(
            "IK1003",
            "A line holds no control characters and no line breaks, a page no NUL and no half of a character.",
            "Remove the character.",
            new("A title of letters.", [], new Retitle { By = Alice, Title = "Kasse fällt aus" }),
            new("A title with a line break.", [], new Retitle { By = Alice, Title = "Checkout\nfails" }),
            c => EachText(c, t => t.FirstBadCharacter() >= 0, t => string.Create(CultureInfo.InvariantCulture,
                $"{t.Field} holds the character U+{(int)t.Value![t.FirstBadCharacter()]:X4} at position {t.FirstBadCharacter() + 1}."))),
        Rule(
            "IK1004",
            "Nothing is reported from the future (P24).",
            "Give the time at which it happened, or leave When out: then it is the current time.",
            new("A note of now.", [], Note("Seen.")),
            new("A note of tomorrow.", [], Note("Seen.") with { When = When.At(DateTimeOffset.MaxValue) }),
            FromTheFuture),
        Rule("IK1005", "A level exists.", "Name one of the levels of the policy.",
            new("SEV-2.", [], Level(2)),
            new("SEV-9.", [], Level(9)),
            UnknownLevel),
        Rule("IK1006", "A stretch of time begins before it ends, and a figure lies in its range.", "Check the two times.",
            new("Impact of a minute ago.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage }),
            new("A share of 3.", [], new StateImpact { By = Alice, Kind = ImpactKind.Outage, Share = 3 }),
            c => c.Command.OutOfRange(c)),
        Rule("IK1007", "What a command refers to exists.", "Name something that the incident has.",
            new(
                "The first event gets another time.",
                [],
                new CorrectTime { By = Alice, Of = 1, To = When.Unknown, Reason = "typed wrongly" }),
            new("Event 99 gets another time.", [], new CorrectTime { By = Alice, Of = 99, To = When.Unknown, Reason = "typed wrongly" }),
            c => c.Command.MissingReference(c)),
        Rule("IK1008", "A role goes to a named person.", "Name the person.",
            new("The Technical Lead is bob.", [], Assign(IncidentRole.TechnicalLead, Bob)),
            new("Nobody becomes Technical Lead.", [], new AssignRole { By = Alice, Role = IncidentRole.TechnicalLead, To = null }),
            c => c.Command.MissingPerson(c)),
        Rule("IK1009", "A word is one that the process knows.", "Name one of the words.",
            new("The Technical Lead is bob.", [], Assign(IncidentRole.TechnicalLead, Bob)),
            new("A role with the number 7.", [], Assign((IncidentRole)7, Bob)),
            UnknownWord),
        Rule("IK1010", "A gate happens now or at a known instant.", "Set When to an instant, or leave it out: then it is the current time.",
            new("Command is given, and an obligation waived now.", [Command(Alice)], Waived()),
            new("An obligation is waived at a time that nobody knows.", [Command(Alice)], Waived() with { When = When.Unknown }),
            GateOfUnknownTime),
        Rule("IK1011", "A channel that is named by hand has a legal name (P18).", "Leave Name out: one is made from date and title.",
            new("A channel of lower case letters.", [], new OpenChannel { By = Alice, Name = "#inc-checkout" }),
            new("A channel with blanks and capital letters.", [], new OpenChannel { By = Alice, Name = "Inc Checkout" }),
            IllegalChannel),
        Rule(
            "IK1012",
            "A custom fact has a name with a prefix, and JSON of at most 64 KB.",
            "Name it acme.deployRolledBack, and write JSON.",
            new("A rollback of a version.", [], Custom("acme.deployRolledBack")),
            new("A name without a prefix.", [], Custom("deployRolledBack")),
            c => (c.Command as RecordCustomFact)?.Malformed()),
    ];

    private static RecordCustomFact Custom(string name) => new() { By = Alice, Name = name, Data = "{\"version\":7}" };

    private static WaiveObligation Waived() => new() { By = Alice, Obligation = ObligationNames.PublicUpdate, Reason = "the page is down" };

    private static IncidentRule Rule(
        string id,
        string summary,
        string remedy,
        RuleExample passing,
        RuleExample failing,
        Func<RuleContext, RuleBreach?> check) =>
        new()
        {
            Id = id,
            Subject = RuleSubject.Form,
            Summary = summary,
            Remedy = remedy,
            Default = RuleEnforcement.Enforce,
            Passing = passing,
            Failing = failing,
            Check = check,
        };
}
