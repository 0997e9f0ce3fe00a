using System.Globalization;
using static IncidentKit.ExampleSteps;
using static IncidentKit.FormChecks;

namespace IncidentKit;

/// <summary>IK1xxx: whether a command is well formed. Enforced by every policy, since nothing sound can be recorded of one that is not.</summary>
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
            new("A title of 201 characters.", [], new Retitle { By = Alice, Title = new string('x', TypedText.Line + 1) }),
            c => EachText(c, t => t.IsTooLong, t => string.Create(CultureInfo.InvariantCulture, $"{t.Field} has {t.Value!.Length:N0} characters; {t.Limit:N0} are allowed."))),
        Rule("IK1003", "A text holds no control characters, a line no line breaks.", "Remove the character.",
            new("A title of letters.", [], new Retitle { By = Alice, Title = "Kasse fällt aus" }),
            new("A title with a line break.", [], new Retitle { By = Alice, Title = "Checkout\nfails" }),
            c => EachText(c, t => t.FirstBadCharacter() >= 0, t => string.Create(CultureInfo.InvariantCulture,
                $"{t.Field} holds the character U+{(int)t.Value![t.FirstBadCharacter()]:X4} at position {t.FirstBadCharacter() + 1}."))),
        Rule("IK1004", "Nothing is reported from the future (P24).", "Give the time at which it happened, or leave it out for now.",
            new("A note of now.", [], Note("Seen.")),
            new("A note of tomorrow.", [], Note("Seen.") with { When = When.At(DateTimeOffset.MaxValue) }),
            FromTheFuture),
        Rule("IK1005", "A level exists.", "Name one of the levels of the policy.",
            new("SEV-2.", [], Level(2)),
            new("SEV-9.", [], Level(9)),
            UnknownLevel),
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
            Person),
    ];

    private static IncidentRule Rule(string id, string summary, string remedy, RuleExample passing, RuleExample failing, Func<RuleContext, RuleBreach?> check) =>
        new() { Id = id, Subject = RuleSubject.Form, Summary = summary, Remedy = remedy, Default = RuleEnforcement.Enforce, Passing = passing, Failing = failing, Check = check };
}
