namespace IncidentKit.Templates;

/// <summary>What happened at one instant is one row, its milestones first.</summary>
internal static class PostMortemTimeline
{
    public static IReadOnlyList<TimelineEntry> Of(Incident incident, DateTimeOffset instant)
    {
        var told = new List<TimelineEntry>();
        var facts = incident.Facts;
        foreach (var happened in incident.History)
        {
            if (TimelineWords.Of(happened) is not { } words || IsOverruled(happened, facts))
                continue;
            var at = facts.TimeOf(happened).Instant;
            if (happened is ImpactStated { To.Instant: { } end, Kind: var kind } && end <= instant)
                told.Add(new TimelineEntry { At = end, Milestone = TimelineWords.End(kind) });
            // Without its time a milestone says nothing; a note does.
            if (at <= instant || (at is null && words.Text is not null))
                told.Add(new TimelineEntry { At = at, Milestone = at is null ? null : words.Milestone, Text = words.Text });
        }

        return
        [
            .. told.Where(entry => entry.At is not null).GroupBy(entry => entry.At).OrderBy(rows => rows.Key).SelectMany(Merge),
            .. told.Where(entry => entry.At is null),
        ];
    }

    // What was stated again, and an acknowledgement after the first, is not what the other figures of the document are made from.
    private static bool IsOverruled(IncidentEvent happened, IncidentFacts facts) => happened switch
    {
        ImpactStarted => facts.TimeOf(happened) != facts.Started,
        IncidentDetected => facts.TimeOf(happened) != facts.Detected,
        Acknowledged => facts.TimeOf(happened) != facts.Acknowledged.FirstWhen,
        ImpactStated => facts.Impact.All(stated => stated.Sequence != happened.Sequence),
        _ => false,
    };

    private static IEnumerable<TimelineEntry> Merge(IGrouping<DateTimeOffset?, TimelineEntry> rows)
    {
        var milestones = rows.Select(row => row.Milestone)
            .OfType<string>()
            .Distinct()
            .OrderBy(TimelineWords.Rank)
            .ToList();
        var texts = rows.Select(row => row.Text).OfType<string>().Select(text => milestones.Aggregate(text, Without)).ToList();
        var head = milestones.Count == 0
            ? null
            : milestones[0] + string.Concat(milestones.Skip(1).Select(milestone => ", " + TimelineWords.InSentence(milestone)));
        for (var i = 0; i < Math.Max(1, texts.Count); i++)
            yield return new TimelineEntry { At = rows.Key, Milestone = i == 0 ? head : null, Text = i < texts.Count ? texts[i] : null };
    }

    // "Cause found: an index was dropped" beside the milestone "Cause found" says it twice.
    private static string Without(string text, string milestone) =>
        text.StartsWith(milestone + ": ", StringComparison.OrdinalIgnoreCase) ? text[(milestone.Length + 2)..] : text;
}
