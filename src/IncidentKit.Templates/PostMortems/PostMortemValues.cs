using System.Globalization;

namespace IncidentKit.Templates;

internal static class PostMortemValues
{
    public static WordingValues Of(PostMortem document)
    {
        var isOneDay = document.Timeline.Select(entry => entry.At?.UtcDateTime.Date).Where(day => day is not null).Distinct().Count() < 2;
        return new WordingValues()
            .Line("title", document.Title).Line("service", document.Service).Line("severity", document.Severity)
            .Line("date", document.Date is { } date ? TimeWords.Day(date) : null)
            .Line(
                "duration",
                Words(document.Duration) ?? (Words(document.DurationAtLeast) is { } least ? $"at least {least}, since detection" : null))
            .Line("downtime", document.DowntimeBasis switch
            {
                DowntimeBasis.Assumed => $"{Words(document.Downtime)} (assumed)",
                DowntimeBasis.UpperBound => $"at most {Words(document.Downtime)}",
                _ => Words(document.Downtime),
            })
            .Text("what_happened", document.Summary.WhatHappened)
            .Text("who_was_affected", document.Summary.WhoWasAffected)
            .Text("how_resolved", document.Summary.HowResolved)
            .Text("root_cause", document.RootCause)
            .List("figures", Figures(document))
            .List("missing", PostMortemGaps.Of(document).Select(gap => new WordingValues().Line("text", gap.Message)))
            .List(
                "timeline",
                document.Timeline.Select(entry =>
                    new WordingValues().Line("time", Time(entry.At, isOneDay)).Line("milestone", entry.Milestone).Line("text", entry.Text)))
            .List(
                "roles",
                document.Roles.Select(entry => new WordingValues()
                    .Line("role", entry.Role.Display())
                    .Line("person", entry.Person)
                    .Line("since", Time(entry.Since, isOneDay))))
            .List("went_well", Points(document.WentWell, isProposed: false))
            .List("proposed_well", Points(document.WentWell, isProposed: true))
            .List("went_poorly", Points(document.WentPoorly, isProposed: false))
            .List("proposed_poorly", Points(document.WentPoorly, isProposed: true))
            .List("action_items", document.ActionItems.Select(Item));
    }

    private static IEnumerable<WordingValues> Figures(PostMortem document) =>
        from figure in new[]
        {
            (Name: "Time to detect", Value: document.ToDetect),
            (Name: "Time to acknowledge", Value: document.ToAcknowledge),
            (Name: "Time to mitigate", Value: document.ToMitigate),
        }
        where figure.Value is not null
        select new WordingValues().Line("name", figure.Name).Line("value", Words(figure.Value));

    private static IEnumerable<WordingValues> Points(IEnumerable<PostMortemPoint> points, bool isProposed) =>
        points.Where(point => point.IsProposed == isProposed && !string.IsNullOrWhiteSpace(point.Text))
            .Select(point => new WordingValues().Text("text", point.Text).Line("topic", point.Topic));

    private static WordingValues Item(ActionItem item) => new WordingValues()
        .Line("number", item.Number.ToString(CultureInfo.InvariantCulture)).Line("action", item.Action).Line("owner", item.Owner)
        .Line("due", item.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        .Line("priority", item.Priority)
        .Line("done", item.IsDone ? "done" : null);

    private static string? Words(TimeSpan? duration) => duration is { } known ? TimeWords.Duration(known) : null;

    // The day stands at the head of the document; it is repeated only where there is more than one.
    private static string? Time(DateTimeOffset? at, bool isOneDay) =>
        at?.UtcDateTime.ToString(
            (isOneDay ? "" : "yyyy-MM-dd ") + (at.Value.Second == 0 ? "HH:mm" : "HH:mm:ss"),
            CultureInfo.InvariantCulture);
}
