using System.Globalization;
using System.Text;

namespace IncidentKit;

/// <summary>The plain text of a page.</summary>
internal static class PageText
{
    private const int MostOthers = 5;

    public static string Of(PageRequest page)
    {
        var text = new StringBuilder();
        text.Append(page.IsDrill ? "DRILL " : "").Append(page.Level ?? "Level not set").Append(": ").Append(page.Title);
        if (page.Service is { } service)
            text.Append(" (").Append(service).Append(')');
        if (page.Number is { } number)
            text.Append(CultureInfo.InvariantCulture, $" #{number}");
        text.Append('\n');
        if (page.Symptom is { } symptom)
            text.Append(symptom).Append('\n');
        if (page.Message is { } message)
            text.Append(message).Append('\n');
        if (page.Since is { } since)
            text.Append(CultureInfo.InvariantCulture, $"Since {since:yyyy-MM-dd HH:mm} UTC, {Ago(page.At - since)}. ");
        text.Append(page.Reason).Append('\n');
        if (page.Others.Count > 0)
        {
            text.Append("Also paged: ")
                .AppendJoin(", ", page.Others.Take(MostOthers))
                .Append(page.Others.Count > MostOthers
                    ? Invariant($" and {page.Others.Count - MostOthers} more")
                    : "")
                .Append(".\n");
        }

        text.Append(page.AcknowledgeWithin is { } within
            ? Invariant($"Acknowledge within {within.TotalMinutes:0.##} min, or the next step is paged.")
            : page.Urgency == PageUrgency.Low ? "No hurry: look at it in business hours." : "Acknowledge or join, if you can help.");
        return text.ToString();
    }

    private static string Ago(TimeSpan span) =>
        span < TimeSpan.FromMinutes(1) ? "just now"
        : span < TimeSpan.FromHours(2) ? Invariant($"{(int)span.TotalMinutes} min ago")
        : Invariant($"{(int)span.TotalHours} h ago");
}
