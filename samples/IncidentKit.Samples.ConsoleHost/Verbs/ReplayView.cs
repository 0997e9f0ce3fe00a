using System.Globalization;
using IncidentKit.Samples.ConsoleHost.Replaying;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Verbs;

/// <summary>A replayed incident for people: head, timeline, obligations, figures.</summary>
internal static class ReplayView
{
    private const int MostUnread = 10;
    private const int Framed = 72;

    public static void Show(ReplayReport report, IAnsiConsole console)
    {
        ShowHead(report, console);
        ShowTimeline(report, console);
        ShowObligations(report, console);
        ShowFigures(report, console);
        if (report.Recorded.NotRead is { Count: > 0 } unread)
        {
            var more = unread.Count > MostUnread ? $" and {unread.Count - MostUnread} more" : "";
            console.MarkupLineInterpolated($"[grey]Not read: {PlainText.Line(string.Join(", ", unread.Take(MostUnread)))}{more}[/]");
        }
    }

    private static void ShowHead(ReplayReport report, IAnsiConsole console)
    {
        var incident = report.Incident;
        console.WriteLine();
        console.Write(
            new Rule($"[bold]{Markup.Escape(PlainText.Line(incident.LevelName!))}[/] {Markup.Escape(PlainText.Line(incident.Title))}")
                .LeftJustified());
        var date = report.Recorded.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var asOf = report.AsOf is { } at ? $" as of {Iso8601.Format(at)}" : "";
        console.MarkupLineInterpolated($"[grey]{PlainText.Line(incident.Service)} · {date} · {PlainText.Line(report.Recorded.Id)}[/]");
        console.MarkupLineInterpolated(
            $"Phase [bold]{incident.Phase}[/]{asOf}. Level: {PlainText.Line(report.SeverityReason)}. All times are UTC.");
        if (report.Recorded.Impact is { } impact)
            console.WriteLine(PlainText.Line(impact));
        console.WriteLine();
    }

    private static void ShowTimeline(ReplayReport report, IAnsiConsole console)
    {
        var grid = new Table()
            .Border(TableBorder.None)
            .HideHeaders()
            .AddColumn(new TableColumn("").NoWrap())
            .AddColumn(new TableColumn("").NoWrap())
            .AddColumn("");
        DateOnly? day = null;
        foreach (var (at, what, isMark) in Rows(report))
        {
            var date = at is { } known ? DateOnly.FromDateTime(known.UtcDateTime) : (DateOnly?)null;
            grid.AddRow(
                new Text(
                    date is not null && date != day ? date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "",
                    new Style(Color.Grey)),
                new Text(
                    at is { } time ? time.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture) : "  ?  ",
                    new Style(isMark ? Color.Aqua : Color.Default)),
                new Text(PlainText.Line(what), isMark ? new Style(Color.Aqua, decoration: Decoration.Bold) : Style.Plain));
            day = date ?? day;
        }

        console.MarkupLine("[bold]Timeline[/]");
        console.Write(grid);
        console.WriteLine();
    }

    private static IEnumerable<(DateTimeOffset? At, string What, bool IsMark)> Rows(ReplayReport report)
    {
        var times = report.Incident.Times;
        (DateTimeOffset? At, string What)[] marks =
        [
            (report.At(times.Started), "Impact begins"), (report.At(times.Detected), "Detected (T0)"),
            (report.At(times.Acknowledged), "Acknowledged"),
            (report.At(times.Mitigated), "Mitigated"), (report.At(times.Resolved), "Resolved"),
            .. report.Recorded.Recurrences.Select(r => (report.At(When.At(r.At)), "Recurred")),
        ];
        // A row of unknown time stays beside the row before it, as whoever wrote the file meant it.
        List<(DateTimeOffset Place, DateTimeOffset? At, string What, bool IsMark)> rows =
            [.. marks.Where(m => m.At is not null).Select(m => (m.At!.Value, m.At, m.What, true))];
        var place = DateTimeOffset.MinValue;
        foreach (var row in report.Recorded.Timeline.Where(r => r.At is null || report.At(When.At(r.At.Value)) is not null))
        {
            place = row.At ?? place;
            rows.Add((place, row.At, row.What, false));
        }

        return rows.OrderBy(r => r.Place).ThenBy(r => !r.IsMark).Select(r => (r.At, r.What, r.IsMark));
    }

    private static void ShowObligations(ReplayReport report, IAnsiConsole console)
    {
        // A narrow terminal has room for the words or for the frame.
        var isNarrow = console.Profile.Width < Framed;
        var table = new Table().Border(isNarrow ? TableBorder.None : TableBorder.Rounded).Title("[bold]What the process demanded[/]");
        table.AddColumns(
            new TableColumn("Obligation").NoWrap(),
            new TableColumn("Due").NoWrap(),
            new TableColumn("Met").NoWrap(),
            new TableColumn("Status"));
        if (isNarrow)
            table.Columns[0].PadLeft(0);
        foreach (var row in report.Obligations.Where(o => o.Status != ObligationStatus.NotRequired))
        {
            table.AddRow(new Text(row.Name), new Text(Time(row.DueAt)), new Text(Time(row.MetAt)), new Markup(ObligationWords.Of(row)));
        }

        console.Write(table);
        var spared = report.Obligations.Where(o => o.Status == ObligationStatus.NotRequired).Select(o => o.Name).Distinct().ToList();
        if (spared.Count > 0)
            console.MarkupLineInterpolated($"[grey]Not required: {string.Join(", ", spared)}[/]");
        console.WriteLine();
    }

    private static void ShowFigures(ReplayReport report, IAnsiConsole console)
    {
        var figures = report.Figures;
        var basis = figures.DowntimeBasis switch
        {
            DowntimeBasis.Intervals => " (stated intervals)",
            DowntimeBasis.Assumed => " (assumed: start of impact to mitigation)",
            DowntimeBasis.UpperBound => " (at most: start of impact to resolution)",
            _ => "",
        };
        console.MarkupLine("[bold]Figures[/]");
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        grid.AddRow(new Text("to detect"), new Text(Span(figures.ToDetect)));
        grid.AddRow(new Text("to acknowledge"), new Text(Span(figures.ToAcknowledge)));
        grid.AddRow(new Text("to mitigate"), new Text(Span(figures.ToMitigate)));
        grid.AddRow(new Text("to resolve"), new Text(Span(figures.ToResolve)));
        grid.AddRow(new Text("downtime"), new Text(Span(figures.Downtime) + basis));
        grid.AddRow(new Text("public post-mortem"), new Text(figures.PublicPostMortemUnder(report.Policy) switch
        {
            PublicPostMortem.Due => "due",
            PublicPostMortem.NotDue => "not due",
            _ => "unknown: the downtime is not known",
        }));
        console.Write(grid);
        foreach (var contradiction in figures.Contradictions)
            console.MarkupLineInterpolated($"[red]Contradiction:[/] {PlainText.Line(contradiction.Message)}");
        foreach (var deviation in report.Incident.History.OfType<DeviationRecorded>())
            console.MarkupLineInterpolated($"[yellow]{PlainText.Line(deviation.Rule)}[/] {PlainText.Line(deviation.Message)}");
    }

    private static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "–";

    private static string Span(TimeSpan? span) => span is { } known ? ObligationWords.Span(known) : "unknown";
}
