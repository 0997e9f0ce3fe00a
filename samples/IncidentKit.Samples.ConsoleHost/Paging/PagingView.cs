using IncidentKit.Samples.ConsoleHost.Recorded;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Paging;

/// <summary>The plan for people: by time, when, whom, step, why.</summary>
internal static class PagingView
{
    public static void Show(RecordedIncident incident, IReadOnlyList<PlannedPaging> plan, IAnsiConsole console)
    {
        console.MarkupLineInterpolated($"[bold]{PlainText.Line(incident.Title)}[/] ({PlainText.Line(incident.Service)})");
        if (plan.Count == 0)
        {
            console.MarkupLine("Nobody would have been paged.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("When (UTC)").NoWrap())
            .AddColumn("What").AddColumn("Whom").AddColumn(new TableColumn("Step").NoWrap()).AddColumn("Why");
        DateTimeOffset? day = null;
        foreach (var row in plan)
        {
            // The day stands where it changes.
            var time = day == row.At.Date ? Iso8601.Format(row.At)[11..19] : Iso8601.Format(row.At)[..19].Replace('T', '\n');
            day = row.At.Date;
            table.AddRow(
                new Text(time),
                new Text(What(row), new Style(Colour(row))),
                new Text(Whom(row)),
                new Text(Step(row)),
                new Text(PlainText.Line(row.Reason)));
        }

        console.Write(table);
        console.MarkupLineInterpolated(
            $"[grey]The facts of the file count as told when they happened; where it names none, nobody told anything.[/]");
    }

    public static string Word(PlannedAction action) => char.ToLowerInvariant(action.ToString()[0]) + action.ToString()[1..];

    private static string What(PlannedPaging row) => row.Action switch
    {
        PlannedAction.LowUrgencyPage => "page, no hurry",
        PlannedAction.Skip => "skipped",
        _ => Word(row.Action),
    };

    private static string Whom(PlannedPaging row) => row.To.Count > 0
        ? string.Join(", ", row.To.Select(person => PlainText.Line(person.Name)))
            + (row.Audience is { } word ? $" ({PlainText.Line(word)})" : "")
        : row is { Action: PlannedAction.Skip, Audience: { } nobody }
            ? $"{PlainText.Line(nobody)}: {(nobody == EscalationTarget.OnCallWord ? "nobody is on call" : "nobody known in the schedule")}"
        : "";

    private static string Step(PlannedPaging row) =>
        row.Step is { } step ? $"{step}{(row.Repeat > 0 ? $", repeat {row.Repeat}" : "")}" : "";

    private static Color Colour(PlannedPaging row) => row.Action switch
    {
        PlannedAction.Page => Color.Aqua,
        PlannedAction.Exhausted => Color.Red,
        PlannedAction.Skip => Color.Yellow,
        _ => Color.Grey,
    };
}
