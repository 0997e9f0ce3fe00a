namespace IncidentKit.Templates;

/// <summary>Finds what a post-mortem lacks (P51, P57).</summary>
internal static class PostMortemGaps
{
    public static IReadOnlyList<PostMortemGap> Of(PostMortem document)
    {
        var gaps = new List<PostMortemGap>();
        Want("date", document.Date, "the day on which it began");
        Want("duration", document.Duration, "how long it lasted: the start of impact and the resolution");
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
        Add("an owner", items.Count(item => string.IsNullOrWhiteSpace(item.Owner)));
        Add("a due date", items.Count(item => item.Due is null));
        Add("a priority", items.Count(item => string.IsNullOrWhiteSpace(item.Priority)));

        void Add(string what, int lacking)
        {
            if (lacking > 0)
                gaps.Add(new("action items", $"{what} for {(lacking == items.Count ? "each action item" : TimeWords.Count(lacking, "action item"))}"));
        }
    }
}
