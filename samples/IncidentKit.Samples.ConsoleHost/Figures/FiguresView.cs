using System.Globalization;
using IncidentKit.Samples.ConsoleHost.Verbs;
using Spectre.Console;

namespace IncidentKit.Samples.ConsoleHost.Figures;

/// <summary>The figures for people.</summary>
internal static class FiguresView
{
    private const int Framed = 112;
    private const int MostUnread = 10;
    private const int Bar = 24;

    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [FigureNames.ToDetect] = "impact → detected",
        [FigureNames.ToAcknowledge] = "detected → acknowledged",
        [FigureNames.ToMitigate] = "impact → mitigated",
        [FigureNames.DetectedToMitigated] = "detected → mitigated",
        [FigureNames.ToResolve] = "impact → resolved",
        [FigureNames.DetectedToResolved] = "detected → resolved",
        [FigureNames.Downtime] = "downtime",
        [FigureNames.ToFirstPublicUpdate] = "detected → public update",
        [FigureNames.CustomerReportToPublicUpdate] = "customer report → update",
        [FigureNames.ToStaff] = "acknowledged → staffed",
        [FigureNames.Understaffed] = "understaffed",
        [FigureNames.LongestSilence] = "longest silence",
        [FigureNames.LongestPublicSilence] = "longest public silence",
    };

    public static void Show(FiguresReport report, IncidentFolder folder, IAnsiConsole console)
    {
        ShowHead(report, console);
        ShowLevels(report, console);
        ShowDurations(report, console);
        ShowObligations(report, console);
        ShowCounts(report, console);
        foreach (var (incident, contradiction) in report.Contradictions.SelectMany(
            one => one.Contradictions, (one, c) => (folder.Ids[one.Incident], c)))
        {
            console.MarkupLineInterpolated($"[red]Contradiction:[/] {PlainText.Line(incident)}: {PlainText.Line(contradiction.Message)}");
        }

        foreach (var advice in report.Advice)
            console.MarkupLineInterpolated($"[yellow]Advice:[/] {PlainText.Line(advice.Message)}");
        if (folder.NotRead is { Count: > 0 } unread)
        {
            var more = unread.Count > MostUnread ? $" and {unread.Count - MostUnread} more" : "";
            console.MarkupLineInterpolated($"[grey]Not read: {PlainText.Line(string.Join(", ", unread.Take(MostUnread)))}{more}[/]");
        }
    }

    private static void ShowHead(FiguresReport report, IAnsiConsole console)
    {
        var counts = report.Incidents;
        (int Count, string What)[] apart =
        [
            (counts.OutsidePeriod, "outside the period"), (counts.Undated, "of unknown time"),
            (counts.Drills, "drills"), (counts.Cancelled, "cancelled"),
            (counts.Duplicates, "duplicates"), (counts.OfOtherPolicies, "of other policies"),
        ];
        console.WriteLine();
        console.Write(new Rule($"[bold]{Number(counts.Counted)} {(counts.Counted == 1 ? "incident" : "incidents")}[/]{PeriodOf(report)}")
            .LeftJustified());
        if (string.Join(", ", apart.Where(one => one.Count > 0).Select(one => $"{Number(one.Count)} {one.What}")) is { Length: > 0 } left)
            console.MarkupLineInterpolated($"[grey]Left out: {left}[/]");
        console.WriteLine();
    }

    private static void ShowLevels(FiguresReport report, IAnsiConsole console)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().RightAligned().PadRight(2))
            .AddColumn(new GridColumn().NoWrap().RightAligned().PadRight(2))
            .AddColumn(new GridColumn().NoWrap());
        foreach (var level in report.Levels.SelectMany(policy => policy.Report.Levels))
        {
            var share = level.FinalShare ?? 0;
            grid.AddRow(
                new Text(PlainText.Line(level.Name)),
                new Text(Number(level.Final)),
                new Text(level.FinalShare is null ? "" : share.ToString("0%", CultureInfo.InvariantCulture), new Style(Color.Grey)),
                new Text(
                    new string('█', (int)Math.Ceiling(share * Bar)),
                    new Style(level.Level == 1 ? Color.Red : level.Level == 2 ? Color.Yellow : Color.Grey)));
        }

        console.MarkupLine("[bold]Levels[/] [grey](the last one, the review included)[/]");
        console.Write(grid);
        if (report.Levels.Sum(policy => policy.Report.WithoutLevel) is > 0 and var without)
            console.MarkupLineInterpolated($"[grey]{Number(without)} without a level[/]");
        console.WriteLine();
    }

    private static void ShowDurations(FiguresReport report, IAnsiConsole console)
    {
        // A narrow terminal has room for the words or for the frame.
        var isNarrow = console.Profile.Width < Framed;
        var table = new Table()
            .Border(isNarrow ? TableBorder.None : TableBorder.Rounded)
            .AddColumn(new TableColumn("[bold]Durations[/]").NoWrap());
        foreach (var title in (string[])["n", "median", "p90", "unknown", isNarrow ? "contra." : "contradictory", "open", "none"])
            table.AddColumn(new TableColumn($"[grey]{title}[/]").NoWrap().RightAligned());
        if (isNarrow)
        {
            foreach (var (i, column) in table.Columns.Index())
                column.PadLeft(0).PadRight(i < 4 ? 2 : i < table.Columns.Count - 1 ? 1 : 0);
        }

        foreach (var figure in report.Durations)
        {
            table.AddRow(
                new Text(Words[figure.Name]),
                Count(figure.N, Color.Default),
                new Text(Span(figure.Median), new Style(Color.Aqua, decoration: Decoration.Bold)),
                new Text(Span(figure.Percentile90), new Style(Color.Aqua)),
                Count(figure.Unknown.Count + figure.AtMost.Count, Color.Yellow),
                Count(figure.Contradictory.Count, Color.Red),
                Count(figure.Open.Count, Color.Default),
                Count(figure.Without.Count, Color.Grey));
        }

        console.Write(table);
        var bases = report.DowntimeBases;
        var bounded = bases.UpperBound > 0 ? $"; of {Number(bases.UpperBound)} more only an upper bound is known" : "";
        var assumed = $"{Number(bases.Assumed)} assumed from impact to mitigation";
        console.MarkupLineInterpolated($"[grey]Downtime: {Number(bases.Intervals)} from stated outages, {assumed}{bounded}.[/]");
        console.MarkupLine("[grey]Medians by nearest rank; p90 from n = 10. "
            + "What is unknown, contradictory (it would be negative), open (still to come) or none (did not happen, "
            + "or is not asked for) is no sample.[/]");
        console.WriteLine();
    }

    private static void ShowObligations(FiguresReport report, IAnsiConsole console)
    {
        var isNarrow = console.Profile.Width < Framed;
        var table = new Table()
            .Border(isNarrow ? TableBorder.None : TableBorder.Rounded)
            .AddColumn(new TableColumn("[bold]Obligations[/]").NoWrap());
        foreach (var title in (string[])["met", "late", "missed", "pending", "waived", "unknown"])
            table.AddColumn(new TableColumn($"[grey]{title}[/]").NoWrap().RightAligned());
        if (isNarrow)
        {
            foreach (var column in table.Columns)
                column.PadLeft(0).PadRight(column == table.Columns[^1] ? 0 : 2);
        }

        foreach (var figure in report.Obligations)
        {
            table.AddRow(
                new Text(PlainText.Line(figure.Name)),
                new Text(
                    figure.Of == 0 ? "–" : $"{Number(figure.Met)} of {Number(figure.Of)}",
                    new Style(figure.Of == 0 ? Color.Grey : figure.Met == figure.Of ? Color.Green : Color.Default)),
                Count(figure.MetLate, Color.Yellow),
                Count(figure.Missed, Color.Red),
                Count(figure[ObligationStatus.Pending], Color.Aqua),
                Count(figure[ObligationStatus.Waived], Color.Grey),
                Count(figure[ObligationStatus.Unknown], Color.Yellow));
        }

        console.Write(table);
        console.WriteLine();
    }

    private static void ShowCounts(FiguresReport report, IAnsiConsole console)
    {
        var (noticed, postMortems, items) = (report.NoticedBy, report.PostMortems, report.ActionItems);
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Row(
            "noticed first by",
            $"alert {Number(noticed.ByAlert.Count)}, colleague {Number(noticed.ByColleague.Count)}, "
                + $"customer {Number(noticed.ByCustomer.Count)}{Unknown(noticed.Unknown.Count)}");
        Row(
            "recurrences",
            report.Recurrences.Total == 0
                ? "none"
                : $"{Number(report.Recurrences.Total)} in {Number(report.Recurrences.Incidents.Count)} of "
                    + $"{Number(report.Incidents.Counted)} incidents");
        Row(
            "public updates",
            Part(report.PublicUpdates.Kept, report.PublicUpdates.Promised, "promises kept")
                + Incidents(report.PublicUpdates.Unknown.Count));
        Row(
            "internal updates",
            Part(report.InternalUpdates.Kept, report.InternalUpdates.Promised, "promises kept")
                + Incidents(report.InternalUpdates.Unknown.Count));
        Row(
            "post-mortems",
            Part(postMortems.OnTime.Count, postMortems.Of, "on time")
                + (postMortems.Pending.Count > 0 ? $", {Number(postMortems.Pending.Count)} to come" : "")
                + Unknown(postMortems.Unknown.Count));
        Row(
            "action items",
            Part(items.Done, items.Of, "done")
                + (items.Overdue > 0 ? $", {Number(items.Overdue)} overdue" : "")
                + Unknown(items.Unknown));
        Row("per month", report.PerMonth.Mean is { } mean
            ? string.Create(CultureInfo.InvariantCulture, $"{mean:0.#} that page somebody ({string.Join(", ", report.PerMonth.Months)})")
            : $"unknown: the record does not go back {Number(report.PerMonth.Of)} whole months");
        console.Write(grid);
        console.WriteLine();

        void Row(string name, string text) => grid.AddRow(new Text(name), new Text(text));
    }

    private static string PeriodOf(FiguresReport report) => report.Period is not { } period ? ""
        : (period.Start > DateTimeOffset.MinValue ? $" from {Iso8601.Format(period.Start)}" : "")
            + (period.End < DateTimeOffset.MaxValue ? $" to {Iso8601.Format(period.End)}" : "");

    private static string Part(int count, int of, string what) => of == 0 ? "none known" : $"{Number(count)} of {Number(of)} {what}";

    private static string Unknown(int count) => count > 0 ? $", unknown {Number(count)}" : "";

    private static string Incidents(int count) =>
        count > 0 ? $", unknown in {Number(count)} {(count == 1 ? "incident" : "incidents")}" : "";

    private static Text Count(int count, Color colour) =>
        new(count == 0 ? "·" : Number(count), new Style(count == 0 ? Color.Grey : colour));

    private static string Span(TimeSpan? span) => span is { } known ? ObligationWords.Span(known) : "–";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
