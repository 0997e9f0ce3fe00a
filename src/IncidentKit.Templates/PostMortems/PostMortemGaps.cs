namespace IncidentKit.Templates;

internal static class PostMortemGaps
{
    public static IReadOnlyList<PostMortemGap> Of(PostMortem document)
    {
        var gaps = new List<PostMortemGap>();
        Want("date", document.Date, "the day on which it began");
        Want("duration", document.Duration, document.DurationAtLeast is null
            ? "how long it lasted: the start of impact and the resolution"
            : "the start of impact, for how long it lasted");
        Want("what happened", document.Summary.WhatHappened, "what happened, in a sentence or two");
        Want("who was affected", document.Summary.WhoWasAffected, "who was affected, and how");
        Want("how it was resolved", document.Summary.HowResolved, "how it was resolved");
        Want("timeline", document.Timeline, "a timeline");
        Want("root cause", document.RootCause, "the root cause: the conditions that let it happen");
        Want("what went well", document.WentWell, "what went well");
        Want("what went poorly", document.WentPoorly, "what went poorly");
        Want("action items", document.ActionItems, "action items, or why there are none");
        AddItems(gaps, document.ActionItems);
        return gaps;

        void Want(string part, object? value, string message)
        {
            if (value is null or System.Collections.ICollection { Count: 0 } || (value is string text && string.IsNullOrWhiteSpace(text)))
                gaps.Add(new(part, message));
        }
    }

    private static void AddItems(List<PostMortemGap> gaps, IReadOnlyList<ActionItem> items)
    {
        (string What, int Lacking)[] parts =
        [
            ("an owner", items.Count(item => string.IsNullOrWhiteSpace(item.Owner))),
            ("a due date", items.Count(item => item.Due is null)),
            ("a priority", items.Count(item => string.IsNullOrWhiteSpace(item.Priority))),
        ];
        foreach (var same in parts.Where(part => part.Lacking > 0).GroupBy(part => part.Lacking))
        {
            string[] what = [.. same.Select(part => part.What)];
            var list = what.Length == 1 ? what[0] : string.Join(", ", what[..^1]) + " and " + what[^1];
            gaps.Add(new(
                "action items",
                $"{list} for {(same.Key == items.Count ? "each action item" : TimeWords.Count(same.Key, "action item"))}"));
        }
    }
}
